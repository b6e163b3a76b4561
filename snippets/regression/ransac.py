"""RANSAC fits a line to the districts that agree with each other."""

import matplotlib.pyplot as plt
import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.linear_model import LinearRegression, RANSACRegressor

X, y = boston_housing_data()
rooms = X[:, [5]]

ransac = RANSACRegressor(
    LinearRegression(),
    min_samples=50,
    residual_threshold=5.0,
    max_trials=100,
    random_state=0,
).fit(rooms, y)
inlier = ransac.inlier_mask_
slope, intercept = ransac.estimator_.coef_[0], ransac.estimator_.intercept_
ols = LinearRegression().fit(rooms, y)
ols_slope = ols.coef_[0]
inliers = inlier.sum()
print(f"inliers: {inliers} of {len(y)}")
print(f"RANSAC:        slope {slope:.3f}, intercept {intercept:.3f}")
print(f"least squares: slope {ols_slope:.3f}, intercept {ols.intercept_:.3f}")

# The last step by hand: least squares over the inliers alone
by_hand = np.polyfit(rooms[inlier, 0], y[inlier], 1)
agrees = np.allclose(by_hand, [slope, intercept])
print("same as least squares over the inliers:", agrees)

at_cap = y == 50
cap_outliers = np.sum(at_cap & ~inlier)
print(f"of {at_cap.sum()} districts at the cap of 50, {cap_outliers} are outliers")

line = np.array([[3.5], [9.0]])
fig, ax = plt.subplots(figsize=(6, 3.6), layout="constrained")
ax.plot(rooms[inlier], y[inlier], "o", markersize=3, label="inliers")
ax.plot(rooms[~inlier], y[~inlier], "x", markersize=5, label="outliers")
ax.plot(line, ransac.predict(line), "k", linewidth=2, label="RANSAC")
ax.plot(line, ols.predict(line), "k--", label="least squares")
ax.set(xlabel="rooms (RM)", ylabel="price ($1000)", ylim=(-5, 55))
ax.set_title("Two lines through the same districts")
ax.legend()
plt.show()

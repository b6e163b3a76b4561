"""The threshold decides who is an outlier, and with that the line."""

import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.linear_model import LinearRegression, RANSACRegressor

X, y = boston_housing_data()
rooms = X[:, [5]]
mad = np.median(np.abs(y - np.median(y)))
print(f"default threshold, the median absolute deviation: {mad:.2f}")

inliers, slope = {}, {}
for threshold in [1, 2, 5, 10, 20, 50]:
    model = RANSACRegressor(
        min_samples=50, residual_threshold=threshold, random_state=0
    ).fit(rooms, y)
    inliers[threshold] = model.inlier_mask_.sum()
    slope[threshold] = model.estimator_.coef_[0]
    print(
        f"threshold {threshold:2}: {inliers[threshold]:3} inliers, "
        f"slope {slope[threshold]:6.3f}"
    )
ols_slope = LinearRegression().fit(rooms, y).coef_[0]
print(f"least squares: {len(y)} samples, slope {ols_slope:6.3f}")
assert np.isclose(slope[50], ols_slope)

"""The threshold decides who is an outlier, and with that the line."""

import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.linear_model import LinearRegression, RANSACRegressor

X, y = boston_housing_data()
rooms = X[:, [5]]
mad = np.median(np.abs(y - np.median(y)))
print(f"default threshold, the median absolute deviation: {mad:.2f}")

inliers, slope = {}, {}
print("threshold  inliers  slope (10 seeds)")
for threshold in [1, 2, 5, 10, 20, 50]:
    counts, slopes = [], []
    for seed in range(10):
        model = RANSACRegressor(
            min_samples=50, residual_threshold=threshold, random_state=seed
        ).fit(rooms, y)
        counts.append(model.inlier_mask_.sum())
        slopes.append(model.estimator_.coef_[0])
    inliers[threshold], slope[threshold] = np.median(counts), np.median(slopes)
    print(
        f"{threshold:9}  {inliers[threshold]:7.0f}  {slope[threshold]:5.2f} "
        f"({min(slopes):.2f} to {max(slopes):.2f})"
    )
ols_slope = LinearRegression().fit(rooms, y).coef_[0]
print(f"least squares: {len(y)} samples, slope {ols_slope:.2f}")
assert np.isclose(slope[50], ols_slope)

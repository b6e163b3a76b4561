"""The same RANSAC with 20 seeds: how many samples to draw, and how often."""

import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.linear_model import RANSACRegressor

X, y = boston_housing_data()
rooms = X[:, [5]]
settings = {
    "2 samples, default": {"min_samples": 2},
    "2 samples, no early stop": {"min_samples": 2, "stop_probability": 1},
    "50 samples, default": {"min_samples": 50},
}
lowest, highest, trials, inliers = {}, {}, {}, {}
for name, options in settings.items():
    models = [
        RANSACRegressor(residual_threshold=5, random_state=seed, **options)
        for seed in range(20)
    ]
    for model in models:
        model.fit(rooms, y)
    slopes = [model.estimator_.coef_[0] for model in models]
    counts = [model.inlier_mask_.sum() for model in models]
    lowest[name], highest[name] = min(slopes), max(slopes)
    trials[name] = np.median([model.n_trials_ for model in models])
    inliers[name] = [min(counts), max(counts)]
    print(f"{name}: {trials[name]:.0f} trials")
    print(f"  slope {lowest[name]:.1f} to {highest[name]:.1f},", end=" ")
    print(f"{min(counts)} to {max(counts)} inliers")

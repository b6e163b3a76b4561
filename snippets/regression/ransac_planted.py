"""Planted outliers: RANSAC by hand and from scikit-learn beside least squares."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression, RANSACRegressor


def ransac_by_hand(x, y, threshold, trials=100, seed=0):
    rng = np.random.default_rng(seed)
    best = np.zeros(len(x), dtype=bool)
    for _ in range(trials):
        i, j = rng.choice(len(x), size=2, replace=False)
        slope = (y[j] - y[i]) / (x[j] - x[i])
        inlier = np.abs(y - y[i] - slope * (x - x[i])) <= threshold
        if inlier.sum() > best.sum():
            best = inlier
    return np.polyfit(x[best], y[best], 1)


true_slope, true_intercept, samples = 2.0, 1.0, 100
styles = {"least squares": "o--", "RANSAC": "s-", "RANSAC by hand": "^:"}
shares = np.arange(0, 80, 10)
slopes = {name: [] for name in styles}
for share in shares:
    rng = np.random.default_rng(1)
    x = rng.uniform(0, 10, samples)
    y = true_intercept + true_slope * x + rng.normal(0, 0.5, samples)
    wrong = np.argsort(x)[-share:] if share else []  # the rightmost are spoilt
    y[wrong] = rng.uniform(0, 6, share)
    column = x.reshape(-1, 1)
    model = RANSACRegressor(residual_threshold=1.5, random_state=0).fit(column, y)
    slopes["least squares"].append(LinearRegression().fit(column, y).coef_[0])
    slopes["RANSAC"].append(model.estimator_.coef_[0])
    slopes["RANSAC by hand"].append(ransac_by_hand(x, y, threshold=1.5)[0])

print("outliers      ", *(f"{share:5}%" for share in shares))
for name, found in slopes.items():
    print(f"{name:14}", *(f"{slope:6.2f}" for slope in found))

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
for name, style in styles.items():
    ax.plot(shares, slopes[name], style, label=name)
ax.axhline(true_slope, color="0.6", linewidth=0.8)
ax.set(xlabel="planted outliers (%)", ylabel="slope", title="The true slope is 2")
ax.legend()
plt.show()

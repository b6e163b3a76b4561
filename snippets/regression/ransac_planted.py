"""Planted outliers: RANSAC by hand and from scikit-learn beside least squares."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression, RANSACRegressor


def planted(share, seed):
    """100 points around y = 1 + 2x, of which the rightmost are replaced."""
    rng = np.random.default_rng(seed)
    x = np.sort(rng.uniform(0, 10, 100))
    y = 1 + 2 * x + rng.normal(0, 0.5, 100)
    y[100 - share :] = rng.uniform(0, 6, share)
    return x, y


def ransac_by_hand(x, y, threshold=1.5, trials=100, seed=0):
    rng = np.random.default_rng(seed)
    best = np.zeros(len(x), dtype=bool)
    for _ in range(trials):
        i, j = rng.choice(len(x), size=2, replace=False)
        slope = (y[j] - y[i]) / (x[j] - x[i])
        inlier = np.abs(y - y[i] - slope * (x - x[i])) <= threshold
        if inlier.sum() > best.sum():
            best = inlier
    return np.polyfit(x[best], y[best], 1)[0]


shares = np.arange(0, 80, 10)
styles = {"least squares": "o--", "RANSAC": "s-", "RANSAC by hand": "^:"}
slopes = {name: np.empty((len(shares), 20)) for name in styles}
for row, share in enumerate(shares):
    for seed in range(20):
        x, y = planted(share, seed)
        X = x.reshape(-1, 1)
        ransac = RANSACRegressor(residual_threshold=1.5, random_state=seed)
        ransac.fit(X, y)
        slopes["least squares"][row, seed] = LinearRegression().fit(X, y).coef_[0]
        slopes["RANSAC"][row, seed] = ransac.estimator_.coef_[0]
        slopes["RANSAC by hand"][row, seed] = ransac_by_hand(x, y, seed=seed)

print("outliers      ", *(f"{share:5}%" for share in shares))
median, close = {}, {}
fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
for name, style in styles.items():
    median[name] = np.median(slopes[name], axis=1)
    close[name] = np.sum(np.abs(slopes[name] - 2) < 0.2, axis=1)
    print(f"{name:14}", *(f"{slope:6.2f}" for slope in median[name]))
    ax.plot(shares, median[name], style, label=name)
for name in styles:
    print(f"{name:14}", *(f"{right:3}/20" for right in close[name]))
ax.set(xlabel="planted outliers (%)", ylabel="median slope")
ax.set_title("The true slope is 2")
ax.legend()
plt.show()

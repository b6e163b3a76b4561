"""How min_samples moves the range of eps that finds both moons, five draws."""

import numpy as np
from sklearn.cluster import DBSCAN
from sklearn.datasets import make_moons

draws = [make_moons(n_samples=200, noise=0.05, random_state=s)[0] for s in range(5)]
sweep = np.arange(10, 56) / 100


def good_range(X, min_samples):
    good = []
    for eps in sweep:
        labels = DBSCAN(eps=eps, min_samples=min_samples).fit_predict(X)
        if labels.max() == 1 and np.mean(labels == -1) < 0.01:
            good.append(eps)
    return good[0], good[-1]


lowest, highest = {}, {}
for min_samples in [2, 5, 10, 20]:
    ranges = np.array([good_range(X, min_samples) for X in draws])
    lowest[min_samples], highest[min_samples] = ranges.mean(axis=0)
    low, high = ranges[:, 0], ranges[:, 1]
    print(
        f"min_samples {min_samples:2}: from {low.min():.2f}-{low.max():.2f} ",
        end="",
    )
    print(f"to {high.min():.2f}-{high.max():.2f}")

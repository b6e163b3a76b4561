"""How min_samples moves the range of eps that finds both moons."""

import numpy as np
from sklearn.cluster import DBSCAN
from sklearn.datasets import make_moons

X, _ = make_moons(n_samples=200, noise=0.05, random_state=0)
sweep = np.arange(2, 61) / 100
lowest, highest = {}, {}
for min_samples in [2, 5, 10, 20]:
    good = []
    for eps in sweep:
        labels = DBSCAN(eps=eps, min_samples=min_samples).fit_predict(X)
        if labels.max() == 1 and np.mean(labels == -1) < 0.01:
            good.append(eps)
    lowest[min_samples], highest[min_samples] = good[0], good[-1]
    print(f"min_samples {min_samples:2}: eps from {good[0]:.2f} to {good[-1]:.2f}")

"""The gap statistic: compare the distortion with that of structureless data."""

import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs

clusters = range(1, 7)
rng = np.random.default_rng(0)


def log_distortion(X):
    return np.log(
        [KMeans(k, n_init=2, random_state=0).fit(X).inertia_ for k in clusters]
    )


def choose(X, references=10):
    low, high = X.min(axis=0), X.max(axis=0)
    uniform = [
        log_distortion(rng.uniform(low, high, X.shape)) for _ in range(references)
    ]
    gap = np.mean(uniform, axis=0) - log_distortion(X)
    slack = np.std(uniform, axis=0) * np.sqrt(1 + 1 / references)
    enough = gap[:-1] >= gap[1:] - slack[1:]  # the rule of Tibshirani and others
    return gap, clusters[enough.argmax()]


X_apart, _ = make_blobs(n_samples=150, centers=3, cluster_std=0.5, random_state=0)
X_none = np.random.default_rng(0).uniform(0, 1, (150, 2))
gaps, chosen = {}, {}
for name, X in {"apart": X_apart, "uniform": X_none}.items():
    gaps[name], chosen[name] = choose(X)
    print(f"{name:8}", *(f"{g:5.2f}" for g in gaps[name]), f" k = {chosen[name]}")

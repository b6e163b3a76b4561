"""The gap statistic: compare the distortion with that of structureless data."""

import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs

centres = [(1, 4.3), (2, 0.9), (-1.5, 2.9)]
clusters = range(1, 6)
rng = np.random.default_rng(0)


def log_distortion(X):
    return np.log(
        [KMeans(k, n_init=1, random_state=0).fit(X).inertia_ for k in clusters]
    )


def gap_and_choice(X, references=10):
    low, high = X.min(axis=0), X.max(axis=0)
    uniform = [
        log_distortion(rng.uniform(low, high, X.shape)) for _ in range(references)
    ]
    gap = np.mean(uniform, axis=0) - log_distortion(X)
    slack = np.std(uniform, axis=0) * np.sqrt(1 + 1 / references)
    enough = gap[:-1] >= gap[1:] - slack[1:]  # the rule of Tibshirani et al.
    return gap, clusters[enough.argmax()]


def draw(name, seed):
    if name == "uniform":
        return np.random.default_rng(seed).uniform(0, 1, (150, 2))
    width = {"apart": 0.5, "overlapping": 1.2}[name]
    return make_blobs(150, centers=centres, cluster_std=width, random_state=seed)[0]


gaps, chosen, right = {}, {}, {}
for name in ["apart", "overlapping", "uniform"]:
    results = [gap_and_choice(draw(name, seed)) for seed in range(10)]
    gaps[name] = np.mean([gap for gap, _ in results], axis=0)
    chosen[name] = [k for _, k in results]
    right[name] = chosen[name].count(1 if name == "uniform" else 3)
    print(f"{name:12} gap", *(f"{g:5.2f}" for g in gaps[name]), " k", *chosen[name])

"""A cluster can run out of samples, and the mean of nothing is NaN."""

import warnings

import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import load_iris

X, _ = load_iris(return_X_y=True)
k = 10


def assign(centroids):
    return ((X[:, None, :] - centroids) ** 2).sum(axis=2).argmin(axis=1)


def empty_clusters(start):
    """How many clusters have no sample when k-means first meets an empty one."""
    centroids = start
    for _ in range(50):
        labels = assign(centroids)
        empty = k - len(np.unique(labels))
        if empty:
            return empty
        centroids = np.array([X[labels == j].mean(axis=0) for j in range(k)])
    return 0


def start(seed):
    return X[np.random.default_rng(seed).choice(len(X), k, replace=False)]


hit = [seed for seed in range(200) if empty_clusters(start(seed))]
count = len(hit)
print(f"an empty cluster in {count} of 200 random starts: {hit}")

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    centroid = X[:0].mean(axis=0)
stops = np.array_equal(centroid, centroid)
print(f"mean of no samples: {centroid}, equal to itself: {stops}")
assert hit and not stops

model = KMeans(k, init=start(hit[0]), n_init=1, random_state=0).fit(X)
print(f"KMeans from the same start: {len(np.unique(model.labels_))} clusters")

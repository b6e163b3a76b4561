"""One eps cannot suit clusters of different density; HDBSCAN needs none."""

import numpy as np
from sklearn.cluster import DBSCAN, HDBSCAN
from sklearn.datasets import make_blobs

X, _ = make_blobs(
    n_samples=[100, 100, 100],
    centers=[(0, 0), (1.5, 0), (8, 0)],
    cluster_std=[0.2, 0.2, 1.5],
    random_state=0,
)


def large_clusters(labels):
    return np.sum(np.bincount(labels[labels != -1]) >= 50)


large, noise = {}, {}
for eps in [0.25, 0.5, 1, 2]:
    labels = DBSCAN(eps=eps, min_samples=5).fit_predict(X)
    large[eps], noise[eps] = large_clusters(labels), np.mean(labels == -1)
    print(f"eps {eps:4}: {large[eps]} large clusters, noise {noise[eps]:.0%}")

sweep = np.arange(2, 101) / 20
found = [large_clusters(DBSCAN(eps=eps).fit_predict(X)) for eps in sweep]
most = max(found)
print(f"eps from {sweep[0]} to {sweep[-1]}: never more than {most} large clusters")

labels = HDBSCAN(min_cluster_size=10, copy=True).fit_predict(X)
large["HDBSCAN"], noise["HDBSCAN"] = large_clusters(labels), np.mean(labels == -1)
print(f"HDBSCAN : {large['HDBSCAN']} large clusters, noise {noise['HDBSCAN']:.0%}")

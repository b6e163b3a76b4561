"""One eps cannot suit clusters of different density; HDBSCAN needs none."""

import numpy as np
from sklearn.cluster import DBSCAN, HDBSCAN
from sklearn.datasets import make_blobs


def large_clusters(labels):
    return np.sum(np.bincount(labels[labels != -1]) >= 50)


draws = []
for seed in range(10):
    X, _ = make_blobs(
        n_samples=[100, 100, 100],
        centers=[(0, 0), (1, 0), (10, 0)],
        cluster_std=[0.15, 0.15, 1.5],
        random_state=seed,
    )
    draws.append(X)

large, noise = {}, {}
for eps in [0.2, 0.5, 1, 2]:
    labels = [DBSCAN(eps=eps).fit_predict(X) for X in draws]
    large[eps] = [large_clusters(found) for found in labels]
    noise[eps] = np.mean([np.mean(found == -1) for found in labels])
    print(f"eps {eps:3}: noise {noise[eps]:3.0%}, large clusters", *large[eps])

most = 0
for eps in np.arange(2, 61) / 20:
    found = [large_clusters(DBSCAN(eps=eps).fit_predict(X)) for X in draws]
    most = max(most, *found)
print(f"59 values of eps from 0.1 to 3: never more than {most} large clusters")

labels = [HDBSCAN(min_cluster_size=10, copy=True).fit_predict(X) for X in draws]
large["HDBSCAN"] = [large_clusters(found) for found in labels]
noise["HDBSCAN"] = np.mean([np.mean(found == -1) for found in labels])
print(f"HDBSCAN: noise {noise['HDBSCAN']:3.0%}, large clusters", *large["HDBSCAN"])
assert most == 2 and min(large["HDBSCAN"]) == 3

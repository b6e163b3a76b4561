"""min_cluster_size decides what is a cluster, and results change in steps."""

import numpy as np
from sklearn.cluster import HDBSCAN
from sklearn.datasets import make_blobs
from sklearn.metrics import adjusted_rand_score

# Two groups of three clusters each: a dense one and a wide one
centers = [[0, 0], [2, 0], [1, 2], [12, 0], [18, 0], [15, 6]]
spreads = [0.3] * 3 + [0.9] * 3
sizes = (5, 15, 30, 45, 60)
found = {size: [] for size in sizes}
agreement = {size: [] for size in sizes}
noise = {size: [] for size in sizes}
for seed in range(10):
    X, y = make_blobs(
        [50] * 6, centers=centers, cluster_std=spreads, random_state=seed
    )
    for size in sizes:
        labels = HDBSCAN(min_cluster_size=size, copy=True).fit_predict(X)
        found[size].append(labels.max() + 1)
        agreement[size].append(adjusted_rand_score(y, labels))
        noise[size].append(np.mean(labels == -1))
mean_ari = {size: np.mean(values) for size, values in agreement.items()}
mean_noise = {size: np.mean(values) for size, values in noise.items()}
for size in sizes:
    print(f"min_cluster_size {size:2}: clusters", *found[size], end=", ")
    print(f"ARI {mean_ari[size]:.2f}, noise {mean_noise[size]:.0%}")

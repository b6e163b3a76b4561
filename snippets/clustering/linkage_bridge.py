"""A thin bridge of samples joins two clusters under single linkage only."""

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from sklearn.datasets import make_blobs

X, _ = make_blobs(
    n_samples=100, centers=[(0, 0), (6, 0)], cluster_std=0.7, random_state=0
)
bridge = np.column_stack([np.linspace(1, 5, 9), np.zeros(9)])

sizes = {}
for name, samples in {"apart": X, "bridged": np.vstack([X, bridge])}.items():
    sizes[name] = {}
    for method in ["single", "average", "complete", "ward"]:
        labels = fcluster(linkage(samples, method=method), 2, criterion="maxclust")
        sizes[name][method] = sorted(np.bincount(labels)[1:])
        larger, smaller = sizes[name][method][::-1]
        print(f"{name:8} {method:9} {larger:3} + {smaller}")

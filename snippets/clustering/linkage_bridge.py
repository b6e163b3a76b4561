"""A thin bridge of samples merges two clusters under single linkage only."""

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from sklearn.datasets import make_blobs

bridge = np.column_stack([np.linspace(1, 5, 9), np.zeros(9)])
methods = ["single", "average", "complete", "ward"]
larger = {name: {m: [] for m in methods} for name in ["apart", "bridged"]}
for seed in range(10):
    X, _ = make_blobs(
        n_samples=100, centers=[(0, 0), (6, 0)], cluster_std=0.7, random_state=seed
    )
    for name, samples in {"apart": X, "bridged": np.vstack([X, bridge])}.items():
        for method in methods:
            rows = linkage(samples, method=method)
            labels = fcluster(rows, t=2, criterion="maxclust")
            larger[name][method].append(np.bincount(labels).max())

smallest, largest = {}, {}
print("size of the larger of two clusters, ten draws")
for name, total in {"apart": 100, "bridged": 109}.items():
    smallest[name] = {m: min(sizes) for m, sizes in larger[name].items()}
    largest[name] = {m: max(sizes) for m, sizes in larger[name].items()}
    for method in methods:
        low, high = smallest[name][method], largest[name][method]
        print(f"{name:8} {method:9} {low:3} to {high:3} of {total}")
assert smallest["bridged"]["single"] > largest["bridged"]["ward"]

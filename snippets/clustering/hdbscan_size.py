"""min_cluster_size and min_samples, changed one at a time and together."""

import numpy as np
from sklearn.cluster import HDBSCAN
from sklearn.datasets import make_blobs
from sklearn.metrics import adjusted_rand_score

# Two groups of three clusters each: a dense one and a wide one
centers = [[0, 0], [2, 0], [1, 2], [12, 0], [18, 0], [15, 6]]
spreads = [0.3] * 3 + [0.9] * 3
draws = [
    make_blobs([50] * 6, centers=centers, cluster_std=spreads, random_state=seed)
    for seed in range(10)
]


def compare(size, samples):
    """The number of clusters in each draw, and the mean adjusted Rand index."""
    model = HDBSCAN(min_cluster_size=size, min_samples=samples, copy=True)
    labels = [model.fit_predict(X) for X, _ in draws]
    scores = [
        adjusted_rand_score(y, found)
        for (_, y), found in zip(draws, labels, strict=True)
    ]
    return [found.max() + 1 for found in labels], np.mean(scores)


found, mean_ari = {}, {}
for changed in ("size", "samples", "both"):
    print("changed:", changed)
    found[changed], mean_ari[changed] = {}, {}
    for value in (15, 30, 45, 60):
        size, samples = value, None  # None: the same as min_cluster_size
        if changed == "size":
            samples = 5
        elif changed == "samples":
            size, samples = 5, value
        counts, ari = compare(size, samples)
        found[changed][value], mean_ari[changed][value] = counts, ari
        print(f"  {value}: ARI {ari:.2f}, clusters", *counts)

# Are the six branches still in the tree? "leaf" picks the smallest ones
leaves = HDBSCAN(min_cluster_size=30, cluster_selection_method="leaf", copy=True)
leaf_count = [leaves.fit_predict(X).max() + 1 for X, _ in draws]
print("leaf 30: clusters", *leaf_count)

"""Which shapes k-means finds, one change at a time, ten draws of each."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs
from sklearn.metrics import adjusted_rand_score

rows, corners = [(0, -2), (0, 0), (0, 2)], [(0, 0), (4, 1.5), (4, -1.5)]
# centres, samples, widths, and by how much the data are stretched sideways
shapes = {
    "round": (rows, [50, 50, 50], [0.35, 0.35, 0.35], 1),
    "stretched twofold": (rows, [50, 50, 50], [0.35, 0.35, 0.35], 2),
    "stretched fourfold": (rows, [50, 50, 50], [0.35, 0.35, 0.35], 4),
    "one has more samples": (corners, [300, 30, 30], [0.3, 0.3, 0.3], 1),
    "one is wider": (corners, [120, 120, 120], [1.5, 0.3, 0.3], 1),
    "wider, more samples": (corners, [300, 30, 30], [1.5, 0.3, 0.3], 1),
}
agreement = {}
fig, axes = plt.subplots(2, 3, figsize=(8, 5), layout="constrained")
for ax, (name, (centers, sizes, widths, stretch)) in zip(axes.flat, shapes.items()):
    scores = []
    for seed in range(10):
        X, y = make_blobs(
            sizes, centers=centers, cluster_std=widths, random_state=seed
        )
        X[:, 0] *= stretch
        model = KMeans(3, n_init=10, random_state=0).fit(X)
        scores.append(adjusted_rand_score(y, model.labels_))
    agreement[name] = np.mean(scores)
    print(f"{name:21} adjusted Rand index {agreement[name]:.2f}, ", end="")
    print(f"{min(scores):.2f} to {max(scores):.2f}")
    for j, marker in enumerate("osv"):
        ax.plot(*X[model.labels_ == j].T, marker, markersize=3, alpha=0.7)
    ax.plot(*model.cluster_centers_.T, "k*", markersize=11)
    ax.set(title=name, xticks=[], yticks=[], aspect="equal", adjustable="datalim")
plt.show()

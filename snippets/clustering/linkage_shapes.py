"""Four linkage methods on data of three shapes, ten draws of each."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import AgglomerativeClustering
from sklearn.datasets import make_blobs, make_moons
from sklearn.metrics import adjusted_rand_score

centres = [(1, 4.3), (2, 0.9), (-1.5, 2.9)]


def draw(name, seed):
    if name == "blobs":
        return make_blobs(200, centers=centres, cluster_std=0.7, random_state=seed)
    noise = {"moons": 0.05, "noisy moons": 0.13}[name]
    return make_moons(200, noise=noise, random_state=seed)


methods = ["single", "average", "complete", "ward"]
agreement = {}
fig, axes = plt.subplots(3, 4, figsize=(8, 5.6), layout="constrained")
for row, name in zip(axes, ["moons", "noisy moons", "blobs"]):
    k = 3 if name == "blobs" else 2
    agreement[name] = {}
    for ax, method in zip(row, methods):
        scores = []
        for X, y in [draw(name, seed) for seed in range(10)]:
            labels = AgglomerativeClustering(k, linkage=method).fit_predict(X)
            scores.append(adjusted_rand_score(y, labels))
        agreement[name][method] = np.mean(scores)
        print(f"{name:11} {method:8} mean {np.mean(scores):5.2f}, ", end="")
        print(f"{min(scores):5.2f} to {max(scores):.2f}")
        X, y = draw(name, 0)  # the first draw, for the figure
        labels = AgglomerativeClustering(k, linkage=method).fit_predict(X)
        for j in np.argsort(-np.bincount(labels)):
            ax.plot(*X[labels == j].T, "oxv"[j], markersize=3)
        ax.set(xticks=[], yticks=[])
        ax.set_title(f"{method}: {agreement[name][method]:.2f}", fontsize=10)
    row[0].set_ylabel(name)
plt.show()

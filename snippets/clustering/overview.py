"""Clustering methods on data of three shapes, ten draws of each."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import DBSCAN, AgglomerativeClustering, KMeans
from sklearn.datasets import make_blobs, make_moons
from sklearn.metrics import adjusted_rand_score

three = [(1, 4), (2, 1), (-1.5, 3)]
apart = [(0, 0), (5, 2.5), (5, -2.5)]


def draw(name, seed):
    if name == "moons":
        return make_moons(200, noise=0.05, random_state=seed)
    if name == "blobs":
        return make_blobs(150, centers=three, cluster_std=0.5, random_state=seed)
    sizes, widths = [300, 20, 20], [1.2, 0.3, 0.3]
    return make_blobs(sizes, centers=apart, cluster_std=widths, random_state=seed)


best_eps = {"blobs": 0.6, "moons": 0.25, "unequal": 1.2}  # found with the labels
agreement = {}
fig, axes = plt.subplots(3, 4, figsize=(8, 5.6), layout="constrained")
for row, name in zip(axes, best_eps):
    k = 2 if name == "moons" else 3
    models = {
        "k-means": KMeans(k, n_init=10, random_state=0),
        "average linkage": AgglomerativeClustering(k, linkage="average"),
        "single linkage": AgglomerativeClustering(k, linkage="single"),
        "DBSCAN": DBSCAN(eps=best_eps[name]),
        "DBSCAN, eps 0.6": DBSCAN(eps=0.6),
    }
    agreement[name] = {}
    for method, model in models.items():
        scores = []
        for X, y in [draw(name, seed) for seed in range(10)]:
            scores.append(adjusted_rand_score(y, model.fit_predict(X)))
        agreement[name][method] = np.mean(scores)
        print(f"{name:8} {method:16} {agreement[name][method]:.2f}")
    X, y = draw(name, 0)  # the first draw, for the figure
    for ax, (method, model) in zip(row, models.items()):
        labels = model.fit_predict(X)
        ax.plot(*X[labels == -1].T, "k.", markersize=2)
        for j in range(labels.max() + 1):
            ax.plot(*X[labels == j].T, "osvD^Pp*"[j % 8], markersize=3)
        ax.set(xticks=[], yticks=[])
        ax.set_title(f"{method}: {agreement[name][method]:.2f}", fontsize=9)
    row[0].set_ylabel(name)
plt.show()

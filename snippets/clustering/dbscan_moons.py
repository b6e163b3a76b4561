"""Two moons by k-means, complete linkage and DBSCAN, ten draws."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import DBSCAN, AgglomerativeClustering, KMeans
from sklearn.datasets import make_moons
from sklearn.metrics import adjusted_rand_score

draws = [make_moons(n_samples=200, noise=0.05, random_state=s) for s in range(10)]
models = {
    "k-means": KMeans(n_clusters=2, n_init=10, random_state=0),
    "complete linkage": AgglomerativeClustering(n_clusters=2, linkage="complete"),
    "DBSCAN": DBSCAN(eps=0.2, min_samples=5),
}
agreement = {}
fig, axes = plt.subplots(1, 3, figsize=(8, 2.6), layout="constrained")
for ax, (name, model) in zip(axes, models.items()):
    scores = [adjusted_rand_score(y, model.fit_predict(X)) for X, y in draws]
    agreement[name] = np.mean(scores)
    print(f"{name:17} adjusted Rand index {agreement[name]:.2f}, ", end="")
    print(f"{min(scores):.2f} to {max(scores):.2f}")
    X, _ = draws[0]
    labels = model.fit_predict(X)
    ax.plot(*X[labels == 0].T, "o", markersize=4)
    ax.plot(*X[labels == 1].T, "x", markersize=5)
    ax.set(title=name, xticks=[], yticks=[], aspect="equal")
plt.show()

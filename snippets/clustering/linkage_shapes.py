"""Four linkage methods on data of three shapes."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import AgglomerativeClustering
from sklearn.datasets import make_blobs, make_moons
from sklearn.metrics import adjusted_rand_score

data = {
    "moons": make_moons(n_samples=200, noise=0.05, random_state=0),
    "noisy moons": make_moons(n_samples=200, noise=0.13, random_state=0),
    "blobs": make_blobs(n_samples=200, centers=3, cluster_std=0.7, random_state=0),
}
methods = ["single", "average", "complete", "ward"]
agreement = {}
fig, axes = plt.subplots(3, 4, figsize=(8, 5.6), layout="constrained")
for row, (name, (X, y)) in zip(axes, data.items()):
    k = y.max() + 1
    agreement[name] = {}
    for ax, method in zip(row, methods):
        labels = AgglomerativeClustering(k, linkage=method).fit_predict(X)
        agreement[name][method] = adjusted_rand_score(y, labels)
        for j in np.argsort(-np.bincount(labels)):
            ax.plot(*X[labels == j].T, "oxv"[j], markersize=3)
        ax.set(xticks=[], yticks=[])
        ax.set_title(f"{agreement[name][method]:.2f}", fontsize=10)
    row[0].set_ylabel(name)
    values = (f"{m} {agreement[name][m]:5.2f}" for m in methods)
    print(f"{name:12}", ", ".join(values))
for ax, method in zip(axes[0], methods):
    ax.set_title(f"{method}: {agreement['moons'][method]:.2f}", fontsize=10)
plt.show()

"""The silhouette coefficient by hand, and silhouette plots for k = 2, 3 and 4."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.spatial.distance import cdist
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs
from sklearn.metrics import silhouette_samples


def silhouette(X, labels):
    distances = cdist(X, X)
    s = np.zeros(len(X))
    for i, own in enumerate(labels):
        size = np.sum(labels == own)
        if size == 1:
            continue  # alone in its cluster: 0 by definition
        mean = {j: distances[i, labels == j].mean() for j in np.unique(labels)}
        a = mean.pop(own) * size / (size - 1)  # without the sample itself
        b = min(mean.values())  # the nearest other cluster
        s[i] = (b - a) / max(a, b)
    return s


X, _ = make_blobs(n_samples=150, centers=3, cluster_std=0.5, random_state=0)
average, by_cluster, agree = {}, {}, []
fig, axes = plt.subplots(1, 3, figsize=(8, 3.4), sharex=True, layout="constrained")
for ax, k in zip(axes, [2, 3, 4]):
    labels = KMeans(k, n_init=10, random_state=0).fit_predict(X)
    s = silhouette(X, labels)
    agree.append(np.allclose(s, silhouette_samples(X, labels)))
    average[k] = s.mean()
    by_cluster[k] = sorted(s[labels == j].mean() for j in range(k))
    print(f"k = {k}: mean {average[k]:.4f}, by cluster", end="")
    print("".join(f" {mean:.2f}" for mean in by_cluster[k]))
    bottom = 0
    for j in range(k):
        bars = np.sort(s[labels == j])
        ax.barh(bottom + np.arange(len(bars)), bars, height=1)
        bottom += len(bars) + 4
    ax.axvline(average[k], color="k", linestyle="--")
    ax.set(xlabel="silhouette coefficient", yticks=[], title=f"k = {k}")

labels[0] = 4  # a cluster of one sample
agree.append(np.allclose(silhouette(X, labels), silhouette_samples(X, labels)))
print(f"same as silhouette_samples: {all(agree)}")
assert all(agree)
plt.show()

"""Curves without a clear elbow: overlapping clusters, and no clusters at all."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs

X_apart, _ = make_blobs(n_samples=150, centers=3, cluster_std=0.5, random_state=0)
X_near, _ = make_blobs(n_samples=150, centers=3, cluster_std=1.2, random_state=0)
X_none = np.random.default_rng(0).uniform(0, 1, (150, 2))
data = {"apart": X_apart, "overlapping": X_near, "uniform": X_none}
clusters = range(1, 9)
share = {}
fig, axes = plt.subplots(2, 3, figsize=(8, 4.4), layout="constrained")
for (top, bottom), (name, X) in zip(axes.T, data.items()):
    distortion = [
        KMeans(k, n_init=5, random_state=0).fit(X).inertia_ for k in clusters
    ]
    share[name] = np.array(distortion) / distortion[0]
    print(f"{name:12}", *(f"{s:.2f}" for s in share[name]))
    top.plot(*X.T, ".")
    top.set(title=name, xticks=[], yticks=[])
    bottom.plot(clusters, share[name], "o-")
    bottom.set(xlabel="number of clusters k", ylim=(0, 1.05))
axes[1, 0].set_ylabel("distortion / at k = 1")
plt.show()

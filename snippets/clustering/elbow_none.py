"""Curves without a clear elbow: overlapping clusters, and no clusters at all."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs

centres = [(1, 4.3), (2, 0.9), (-1.5, 2.9)]
clusters = np.arange(1, 9)


def draw(name, seed):
    if name == "uniform":
        return np.random.default_rng(seed).uniform(0, 1, (150, 2))
    width = {"apart": 0.5, "overlapping": 1.2}[name]
    return make_blobs(150, centers=centres, cluster_std=width, random_state=seed)[0]


share = {}
fig, axes = plt.subplots(2, 3, figsize=(8, 4.4), layout="constrained")
for (top, bottom), name in zip(axes.T, ["apart", "overlapping", "uniform"]):
    curves = []
    for seed in range(10):
        X = draw(name, seed)
        models = [KMeans(k, n_init=2, random_state=0).fit(X) for k in clusters]
        inertia = np.array([model.inertia_ for model in models])
        curves.append(inertia / inertia[0])
        bottom.plot(clusters, curves[-1], color="C0", alpha=0.4)
    share[name] = np.mean(curves, axis=0)
    print(f"{name:12}", *(f"{s:.2f}" for s in share[name]))
    top.plot(*X.T, ".")  # the last draw
    top.set(title=name, xticks=[], yticks=[])
    bottom.plot(clusters, 1 / clusters, "k:", label="1 / k")
    bottom.set(xlabel="number of clusters k", ylim=(0, 1.05))
axes[1, 0].set_ylabel("distortion / at k = 1")
axes[1, 0].legend()
plt.show()

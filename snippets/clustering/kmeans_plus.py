"""k-means++ draws each new start by its squared distance from those before."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import kmeans_plusplus
from sklearn.datasets import make_blobs


def plus_plus(X, k, rng):
    chosen = [rng.choice(len(X), p=np.full(len(X), 1 / len(X)))]
    probabilities = []
    while len(chosen) < k:
        squared = ((X[:, None, :] - X[chosen]) ** 2).sum(axis=2).min(axis=1)
        probabilities.append(squared / squared.sum())
        # A uniform number, looked up in the cumulated weights
        target = rng.uniform() * squared.sum()
        chosen.append(np.searchsorted(squared.cumsum(), target))
    return np.array(chosen), probabilities


X, y = make_blobs(n_samples=150, centers=3, cluster_std=0.5, random_state=0)
same = []
for seed in range(20):
    chosen, _ = plus_plus(X, 3, np.random.RandomState(seed))
    _, theirs = kmeans_plusplus(X, 3, random_state=seed, n_local_trials=1)
    same.append(np.array_equal(chosen, theirs))
agree = all(same)
assert agree
print(f"same starts as kmeans_plusplus, 20 seeds: {agree}")

# Look at one draw
chosen, probabilities = plus_plus(X, 3, np.random.RandomState(1))
own_cluster = [probabilities[0][y == y[chosen[0]]].sum()]
own_cluster.append(probabilities[1][np.isin(y, y[chosen[:2]])].sum())
for number, chance in enumerate(own_cluster, 2):
    print(f"start {number} falls into a cluster already taken: {chance:.1%}")

fig, axes = plt.subplots(1, 2, figsize=(8, 3.4), layout="constrained", sharey=True)
style = {"s": 22, "cmap": "viridis_r", "vmin": 0, "vmax": np.max(probabilities)}
style |= {"edgecolors": "gray", "linewidths": 0.5}
for number, ax in enumerate(axes):
    points = ax.scatter(*X.T, c=probabilities[number], **style)
    ax.plot(*X[chosen[: number + 1]].T, "k*", markersize=13, label="taken")
    ax.plot(*X[chosen[number + 1]], "rX", markersize=9, label="drawn next")
    ax.set(xlabel="feature 1", title=f"start {number + 2}")
axes[0].set_ylabel("feature 2")
axes[0].legend()
fig.colorbar(points, ax=axes, label="probability")
plt.show()

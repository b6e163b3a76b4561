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
        # Look up a uniform number in the cumulative weights
        target = rng.uniform() * squared.sum()
        chosen.append(np.searchsorted(squared.cumsum(), target))
    return np.array(chosen), probabilities


X, y = make_blobs(n_samples=150, centers=3, cluster_std=0.5, random_state=0)
agree, one_each = True, 0
for seed in range(1000):
    chosen, _ = plus_plus(X, 3, np.random.RandomState(seed))
    one_each += len(np.unique(y[chosen])) == 3
    if seed < 20:
        _, library = kmeans_plusplus(X, 3, random_state=seed, n_local_trials=1)
        agree = agree and np.array_equal(chosen, library)
assert agree
share = one_each / 1000
print(f"same starts as kmeans_plusplus, 20 seeds: {agree}")
print(f"one start in each cluster: {share:.0%} of 1000 draws")

# One draw that fails: the third start lands in a cluster already taken
chosen, probabilities = plus_plus(X, 3, np.random.RandomState(1))
third_found = probabilities[1][~np.isin(y, y[chosen[:2]])].sum()
print(f"chance that the third start found the third cluster: {third_found:.0%}")
assert len(np.unique(y[chosen])) == 2

fig, axes = plt.subplots(1, 2, figsize=(8, 3.4), layout="constrained", sharey=True)
highest = np.max(probabilities)
for number, ax in enumerate(axes):
    points = ax.scatter(
        *X.T, 22, probabilities[number], cmap="viridis_r", vmin=0, vmax=highest
    )
    ax.plot(*X[chosen[: number + 1]].T, "k*", markersize=13, label="taken")
    ax.plot(*X[chosen[number + 1]], "rX", markersize=9, label="drawn next")
    ax.set(xlabel="feature 1", title=f"start {number + 2}")
axes[0].set_ylabel("feature 2")
axes[0].legend()
fig.colorbar(points, ax=axes, label="probability")
plt.show()

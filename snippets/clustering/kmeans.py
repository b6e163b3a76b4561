"""k-means step by step: centroids find the middle of their clusters."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs


def assign(X, centroids):
    squared = ((X[:, None, :] - centroids) ** 2).sum(axis=2)
    return squared.argmin(axis=1), squared.min(axis=1).sum()


def k_means(X, centroids):
    trail, distortion = [centroids], []
    while True:
        labels, cost = assign(X, trail[-1])
        distortion.append(cost)
        moved = trail[-1].copy()  # a centroid without samples stays in place
        for j in np.unique(labels):
            moved[j] = X[labels == j].mean(axis=0)
        if np.array_equal(moved, trail[-1]):
            return labels, np.array(trail), distortion
        trail.append(moved)


X, _ = make_blobs(n_samples=150, centers=3, cluster_std=0.5, random_state=0)
start = X[np.random.default_rng(22).choice(len(X), 3, replace=False)]
labels, trail, distortion = k_means(X, start)
for step, cost in enumerate(distortion):
    print(f"after {step} moves: distortion {cost:6.2f}")

# Let scikit-learn begin with the same centroids
model = KMeans(n_clusters=3, init=start, n_init=1, random_state=0).fit(X)
agree = np.array_equal(labels, model.labels_)
assert agree and np.isclose(distortion[-1], model.inertia_)
print(f"same clusters as KMeans: {agree}")

# Draw the path of each centroid
fig, ax = plt.subplots(figsize=(7, 4), layout="constrained")
for j, marker in enumerate("osv"):
    ax.plot(
        *X[labels == j].T, marker, markersize=4, alpha=0.6, label=f"cluster {j}"
    )
    ax.plot(*trail[:, j].T, "k.-", linewidth=1)
ax.plot(*start.T, "kx", label="start")
ax.plot(*trail[-1].T, "k*", markersize=13, label="centroid")
ax.set(xlabel="feature 1", ylabel="feature 2", title="Paths of the centroids")
ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))
plt.show()

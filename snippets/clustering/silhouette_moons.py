"""The silhouette coefficient prefers round clusters, even where they are wrong."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import make_moons
from sklearn.metrics import adjusted_rand_score, silhouette_score

score = {"k-means": [], "the moons": []}
for seed in range(10):
    X, y = make_moons(n_samples=200, noise=0.05, random_state=seed)
    found = KMeans(2, n_init=10, random_state=0).fit_predict(X)
    score["k-means"].append(silhouette_score(X, found))
    score["the moons"].append(silhouette_score(X, y))
agreement = adjusted_rand_score(y, found)
mean = {name: np.mean(values) for name, values in score.items()}
higher = int(np.sum(np.greater(score["k-means"], score["the moons"])))
for name, value in mean.items():
    print(f"{name:10} mean silhouette {value:.2f}")
print(f"higher for k-means in {higher} of 10 draws")
print(f"adjusted Rand index of k-means in the last draw {agreement:.2f}")

fig, axes = plt.subplots(1, 2, figsize=(8, 3), layout="constrained")
for ax, (name, labels) in zip(axes, {"k-means": found, "the moons": y}.items()):
    ax.plot(*X[labels == 0].T, "o", markersize=4)
    ax.plot(*X[labels == 1].T, "x", markersize=5)
    ax.set(title=name, xticks=[], yticks=[], aspect="equal")
plt.show()

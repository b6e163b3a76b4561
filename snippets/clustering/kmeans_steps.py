"""k-means, move by move: assign the samples, then move the centroids."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import make_blobs

X, _ = make_blobs(n_samples=150, centers=3, cluster_std=0.5, random_state=0)
centroids = X[np.random.default_rng(22).choice(len(X), 3, replace=False)]
moves, costs = [], []
while True:
    squared = ((X[:, None, :] - centroids) ** 2).sum(axis=2)
    labels = squared.argmin(axis=1)
    moves.append(len(moves))
    costs.append(squared.min(axis=1).sum())
    fig, ax = plt.subplots(figsize=(6, 3.8), layout="constrained")
    for j, marker in enumerate("osv"):
        ax.plot(*X[labels == j].T, marker, markersize=4, alpha=0.6)
    ax.plot(*centroids.T, "k*", markersize=13)
    ax.set(xlabel="feature 1", ylabel="feature 2", xlim=(-4, 5), ylim=(-1, 6))
    plt.show()
    moved = np.array([X[labels == j].mean(axis=0) for j in range(3)])
    if np.array_equal(moved, centroids):
        break
    centroids = moved
for move, cost in zip(moves, costs):
    print(f"after {move} moves: distortion {cost:6.2f}")

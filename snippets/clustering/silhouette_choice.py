"""Which k the mean silhouette coefficient chooses, for blobs and for Iris."""

import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import load_iris, make_blobs
from sklearn.metrics import silhouette_score


def scores(X):
    labels = {
        k: KMeans(k, n_init=10, random_state=0).fit_predict(X) for k in range(2, 9)
    }
    return {k: silhouette_score(X, found) for k, found in labels.items()}


X_iris, y_iris = load_iris(return_X_y=True)
iris = scores(X_iris)
best_iris = max(iris, key=iris.get)
print("iris:", *(f"{s:.2f}" for s in iris.values()), f" best k = {best_iris}")

centres, best_blobs = [(1, 4.3), (2, 0.9), (-1.5, 2.9)], []
for seed in range(10):
    X, _ = make_blobs(150, centers=centres, cluster_std=0.5, random_state=seed)
    blobs = scores(X)
    best_blobs.append(max(blobs, key=blobs.get))
print("blobs, ten draws: best k =", *best_blobs)

# One cluster has no neighbour
try:
    silhouette_score(X, np.zeros(len(X)))
except ValueError as error:
    message = str(error)
assert "Number of labels is 1" in message
print(f"k = 1: {message}")

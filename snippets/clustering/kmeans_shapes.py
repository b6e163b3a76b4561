"""Where k-means cuts in the wrong place: long clusters and unequal ones."""

import matplotlib.pyplot as plt
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs
from sklearn.metrics import adjusted_rand_score

X_round, y_round = make_blobs(
    n_samples=150, centers=3, cluster_std=0.5, random_state=0
)
X_long, y_long = X_round @ [[0.6, -0.6], [-0.4, 0.8]], y_round
X_unequal, y_unequal = make_blobs(
    n_samples=[300, 30, 30],
    centers=[(0, 0), (4, 1.5), (4, -1.5)],
    cluster_std=[1.5, 0.3, 0.3],
    random_state=0,
)
data = {
    "round": (X_round, y_round),
    "long": (X_long, y_long),
    "unequal": (X_unequal, y_unequal),
}

agreement = {}
fig, axes = plt.subplots(1, 3, figsize=(8, 3), layout="constrained")
for ax, (name, (X, y)) in zip(axes, data.items()):
    k = y.max() + 1
    model = KMeans(n_clusters=k, n_init=10, random_state=0).fit(X)
    agreement[name] = adjusted_rand_score(y, model.labels_)
    print(f"{name:8}adjusted Rand index {agreement[name]:.2f}")
    for j, marker in enumerate("osv"[:k]):
        ax.plot(*X[model.labels_ == j].T, marker, markersize=3, alpha=0.7)
    ax.plot(*model.cluster_centers_.T, "k*", markersize=11)
    ax.set(title=name, xticks=[], yticks=[], aspect="equal")
plt.show()

"""A rolled-up sheet, flattened by PCA, by locally linear embedding and by t-SNE."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import spearmanr
from sklearn.datasets import make_swiss_roll
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE, LocallyLinearEmbedding, trustworthiness


def order_kept(Z):
    """How well one axis of Z follows the place along the sheet: 1 is perfectly."""
    return max(abs(spearmanr(Z[:, i], position).statistic) for i in range(2))


X, position = make_swiss_roll(n_samples=500, random_state=0)
methods = {
    "PCA": PCA(n_components=2),
    "LLE": LocallyLinearEmbedding(n_neighbors=8, n_components=2, random_state=0),
    "t-SNE": TSNE(n_components=2, max_iter=500, random_state=0),
}
order, neighbours = {}, {}
fig, axes = plt.subplots(1, 3, figsize=(8.4, 3), layout="constrained")
for ax, (name, method) in zip(axes, methods.items()):
    Z = method.fit_transform(X)
    Z *= np.sign(Z[0])  # which way an axis points means nothing
    order[name] = order_kept(Z)
    neighbours[name] = trustworthiness(X, Z, n_neighbors=10)
    print(f"{name:6} order {order[name]:.1f}, neighbours {neighbours[name]:.2f}")
    ax.scatter(*Z.T, c=position, vmin=0, s=6)  # from 0, so no colour is too dark
    ax.set(title=name, xticks=[], yticks=[])
plt.show()

order_by_neighbours = {}
for n_neighbors in [8, 15]:
    lle = LocallyLinearEmbedding(n_neighbors=n_neighbors, random_state=0)
    Z = lle.fit_transform(X)
    order_by_neighbours[n_neighbors] = order_kept(Z)
    print(f"LLE with {n_neighbors:2} neighbours: order {order_kept(Z):.1f}")

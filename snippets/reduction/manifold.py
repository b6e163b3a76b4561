"""A rolled-up sheet, flattened by PCA, by locally linear embedding and by t-SNE."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import spearmanr
from sklearn.datasets import make_swiss_roll
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE, LocallyLinearEmbedding, trustworthiness


def order_kept(Z, position):
    """How well one axis of Z follows the position on the sheet; 1 is perfect."""
    return max(abs(spearmanr(Z[:, i], position).statistic) for i in range(2))


X, position = make_swiss_roll(n_samples=500, random_state=0)
methods = {
    "PCA": PCA(n_components=2),
    "LLE": LocallyLinearEmbedding(n_neighbors=8, random_state=0),
    "t-SNE": TSNE(max_iter=500, random_state=0),  # half the default, to save time
}
order, neighbours = {}, {}
fig, axes = plt.subplots(1, 3, figsize=(8.4, 3), layout="constrained")
for ax, (name, method) in zip(axes, methods.items()):
    Z = method.fit_transform(X)
    Z *= np.sign(Z[0])  # the direction of an axis is arbitrary
    order[name] = order_kept(Z, position)
    neighbours[name] = trustworthiness(X, Z, n_neighbors=10)
    print(f"{name:6} order {order[name]:.1f}, neighbours {neighbours[name]:.2f}")
    ax.scatter(*Z.T, c=position, vmin=0, s=6)  # from 0, so no colour is too dark
    ax.set(title=name, xticks=[], yticks=[])
plt.show()

# Ten rolls, with 8 and with 15 neighbours
kept = {8: [], 15: []}
for seed in range(10):
    X, position = make_swiss_roll(n_samples=500, random_state=seed)
    for n_neighbors in kept:
        lle = LocallyLinearEmbedding(n_neighbors=n_neighbors, random_state=0)
        kept[n_neighbors].append(order_kept(lle.fit_transform(X), position))
mean = {n_neighbors: np.mean(values) for n_neighbors, values in kept.items()}
for n_neighbors, values in kept.items():
    print(
        f"LLE with {n_neighbors:2} neighbours: order {mean[n_neighbors]:.1f}, ",
        end="",
    )
    print(f"{min(values):.1f} to {max(values):.1f}")
better = np.sum(np.array(kept[8]) > np.array(kept[15]))
print(f"8 neighbours keep the order better in {better} of 10 rolls")

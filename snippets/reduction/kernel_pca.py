"""Kernel PCA in NumPy separates two half-moons that PCA cannot."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.spatial.distance import pdist, squareform
from sklearn.datasets import make_moons
from sklearn.decomposition import PCA, KernelPCA


def rbf_kernel_pca(X, gamma, n_components):
    K = np.exp(-gamma * squareform(pdist(X, "sqeuclidean")))
    one = np.full_like(K, 1 / len(K))
    K = K - one @ K - K @ one + one @ K @ one  # centre in feature space
    eigenvalues, eigenvectors = np.linalg.eigh(K)
    order = eigenvalues.argsort()[::-1][:n_components]
    return eigenvectors[:, order], eigenvalues[order]


def separability(z, y):
    """The accuracy of the best single threshold on z."""
    accuracy = np.array([np.mean((z > threshold) == y) for threshold in z])
    return max(accuracy.max(), 1 - accuracy.min())  # either side may be class 1


X, y = make_moons(n_samples=100, random_state=123)
gamma = 15
vectors, eigenvalues = rbf_kernel_pca(X, gamma, n_components=2)
library = KernelPCA(n_components=2, kernel="rbf", gamma=gamma).fit_transform(X)
agrees = np.allclose(np.abs(vectors * np.sqrt(eigenvalues)), np.abs(library))
print(f"same as scikit-learn, up to sign: {agrees}")
assert agrees

signs = np.sign(vectors[y == 1].mean(axis=0))
views = {"data": X, "PCA": PCA(n_components=2).fit_transform(X)}
views["kernel PCA"] = vectors * signs
first_axis = {name: separability(Z[:, 0], y) for name, Z in views.items()}
for name, value in first_axis.items():
    print(f"{name:10}  one threshold on the first axis: {value:.3f}")

fig, axes = plt.subplots(1, 3, figsize=(5.4, 2.2), layout="constrained")
for ax, (name, Z) in zip(axes, views.items()):
    ax.plot(*Z[y == 0].T, "^", markersize=4)
    ax.plot(*Z[y == 1].T, "o", markersize=4)
    ax.set(title=name, xticks=[], yticks=[])
axes[2].set(xlim=(-0.4, 0.4), ylim=(-0.4, 0.4))
plt.show()

"""Two rings, one inside the other: kernel PCA, and a hand-made feature."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import make_circles
from sklearn.decomposition import PCA, KernelPCA


def separability(z, y):
    """The accuracy of the best single threshold on z."""
    accuracy = np.array([np.mean((z > threshold) == y) for threshold in z])
    return max(accuracy.max(), 1 - accuracy.min())


X, y = make_circles(n_samples=200, random_state=123, noise=0.1, factor=0.2)
kernel_pca = KernelPCA(n_components=2, kernel="rbf", gamma=15)
axes_by_name = {
    "PCA": PCA(n_components=2).fit_transform(X)[:, 0],
    "kernel PCA": kernel_pca.fit_transform(X)[:, 0],
    "radius": np.hypot(*X.T),
}
first_axis = {name: separability(z, y) for name, z in axes_by_name.items()}
for name, value in first_axis.items():
    print(f"{name:10}  one threshold: {value:.3f}")

fig, axes = plt.subplots(1, 3, figsize=(8.4, 2.6), layout="constrained")
for ax, (name, z) in zip(axes, axes_by_name.items()):
    bins = np.linspace(z.min(), z.max(), 25)
    ax.hist(z[y == 0], bins, alpha=0.6)
    ax.hist(z[y == 1], bins, histtype="step", linewidth=2)
    ax.set(title=name, yticks=[])
plt.show()

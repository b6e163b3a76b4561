"""How much the result of kernel PCA depends on gamma."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import make_moons
from sklearn.decomposition import PCA, KernelPCA


def separability(z, y):
    right = [np.mean((z > threshold) == y) for threshold in z]
    return max(max(right), 1 - min(right))


X, y = make_moons(n_samples=200, noise=0.1, random_state=0)
linear = separability(PCA(n_components=2).fit_transform(X)[:, 0], y)
first_axis, projections = {}, {}
for gamma in [0.1, 0.3, 1, 3, 5, 10, 15, 20, 30, 50, 100, 300]:
    kernel_pca = KernelPCA(n_components=2, kernel="rbf", gamma=gamma)
    projections[gamma] = kernel_pca.fit_transform(X)
    first_axis[gamma] = separability(projections[gamma][:, 0], y)

print(f"PCA:        {linear:.2f}")
for gamma in [0.1, 1, 5, 15, 30, 300]:
    print(f"gamma {gamma:4}: {first_axis[gamma]:.2f}")

fig, axes = plt.subplots(2, 2, figsize=(6.6, 5), layout="constrained")
curve = axes[0, 0]
curve.semilogx(
    list(first_axis), list(first_axis.values()), "o-", label="kernel PCA"
)
curve.axhline(linear, color="black", linestyle="--", label="PCA")
curve.set(xlabel="gamma", ylabel="best threshold on PC 1", ylim=(0.5, 1.02))
curve.legend()
for ax, gamma in zip(axes.flat[1:], [0.1, 15, 300]):
    ax.plot(*projections[gamma][y == 0].T, "^", markersize=4)
    ax.plot(*projections[gamma][y == 1].T, "o", markersize=4)
    ax.set(title=f"gamma {gamma}", xticks=[], yticks=[])
plt.show()

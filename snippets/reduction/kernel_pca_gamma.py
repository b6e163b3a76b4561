"""How much kernel PCA depends on gamma, over ten draws of noisy moons."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import make_moons
from sklearn.decomposition import PCA, KernelPCA


def separability(z, y):
    """The accuracy of the best single threshold on z."""
    accuracy = np.array([np.mean((z > threshold) == y) for threshold in z])
    return max(accuracy.max(), 1 - accuracy.min())


gammas = [0.1, 1, 5, 10, 15, 30, 100, 300]
draws = [make_moons(n_samples=200, noise=0.1, random_state=s) for s in range(10)]
linear = np.array(
    [separability(PCA(1).fit_transform(X)[:, 0], y) for X, y in draws]
)
print(f"PCA          mean {linear.mean():.2f}, ", end="")
print(f"{linear.min():.2f} to {linear.max():.2f}")
values = {}
for gamma in gammas:
    kernel_pca = KernelPCA(n_components=2, kernel="rbf", gamma=gamma)
    axes = [kernel_pca.fit_transform(X)[:, 0] for X, y in draws]
    values[gamma] = np.array([separability(z, y) for z, (X, y) in zip(axes, draws)])
mean = {gamma: v.mean() for gamma, v in values.items()}
low = {gamma: v.min() for gamma, v in values.items()}
high = {gamma: v.max() for gamma, v in values.items()}
for gamma in gammas:
    print(f"gamma {gamma:5}  mean {mean[gamma]:.2f}, ", end="")
    print(f"{low[gamma]:.2f} to {high[gamma]:.2f}")

fig, axes = plt.subplots(2, 2, figsize=(6.6, 5), layout="constrained")
curve = axes[0, 0]
curve.semilogx(gammas, list(mean.values()), "o-", label="kernel PCA")
curve.fill_between(gammas, list(low.values()), list(high.values()), alpha=0.2)
curve.axhline(linear.mean(), color="black", linestyle="--", label="PCA")
curve.set(xlabel="gamma", ylabel="best threshold on PC 1", ylim=(0.5, 1.02))
curve.legend()
X, y = draws[0]
for ax, gamma in zip(axes.flat[1:], [0.1, 10, 300]):
    Z = KernelPCA(n_components=2, kernel="rbf", gamma=gamma).fit_transform(X)
    ax.plot(*Z[y == 0].T, "^", markersize=4)
    ax.plot(*Z[y == 1].T, "o", markersize=4)
    ax.set(title=f"gamma {gamma}", xticks=[], yticks=[])
plt.show()

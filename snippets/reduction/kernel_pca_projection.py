"""Where kernel PCA puts a sample that it has not seen."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.spatial.distance import cdist
from sklearn.datasets import make_moons
from sklearn.decomposition import KernelPCA

gamma = 15
X, y = make_moons(n_samples=100, random_state=123)
K = np.exp(-gamma * cdist(X, X, "sqeuclidean"))
one = np.full_like(K, 1 / len(K))
eigenvalues, eigenvectors = np.linalg.eigh(K - one @ K - K @ one + one @ K @ one)
lambdas, alphas = (
    eigenvalues[[-1, -2]],
    eigenvectors[:, [-1, -2]],
)  # the largest two


def project(X_new):
    """Shape (samples, 2); the training samples give alphas again."""
    k = np.exp(-gamma * cdist(X_new, X, "sqeuclidean"))
    k = k - k.mean(axis=1, keepdims=True) - K.mean(axis=0) + K.mean()
    return k @ alphas / lambdas


stored = abs(alphas[25, 0])
projected = abs(project(X[25:26])[0, 0])
print(f"sample 25 at {np.round(X[25], 4)}")
print(f"stored coordinate {stored:.4f}, projected again {projected:.4f}")

X_new, y_new = make_moons(n_samples=40, noise=0.05, random_state=1)
library = KernelPCA(n_components=2, kernel="rbf", gamma=gamma).fit(X)
ours = np.abs(project(X_new) * np.sqrt(lambdas))
agrees = np.allclose(ours, np.abs(library.transform(X_new)))
print(f"40 new samples as KernelPCA.transform gives: {agrees}")
assert agrees and np.allclose(project(X), alphas)

signs = np.sign(alphas[y == 1].mean(axis=0))
own_side = np.mean((project(X_new)[:, 0] * signs[0] > 0) == y_new)
print(f"new samples on the side of their own moon: {own_side:.1%}")

fig, ax = plt.subplots(figsize=(5.6, 3.6))
for label, marker in enumerate("^o"):
    ax.plot(*(alphas * signs)[y == label].T, marker, markersize=4, alpha=0.4)
    new = (project(X_new) * signs)[y_new == label]
    ax.plot(*new.T, marker, markersize=9, fillstyle="none", color="black")
ax.set(xlabel="PC 1", ylabel="PC 2", title="New samples, outlined")
plt.show()

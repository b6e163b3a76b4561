"""Far from the training samples, RBF kernel PCA projects all to one point."""

import numpy as np
from sklearn.datasets import make_moons
from sklearn.decomposition import KernelPCA

X, y = make_moons(n_samples=100, random_state=123)
kernel_pca = KernelPCA(n_components=2, kernel="rbf", gamma=15).fit(X)
spread = kernel_pca.transform(X).std(axis=0)

places = {"near": [[0, 1.1], [1, -0.6]], "far": [[8, 8], [-9, 3], [0, -20]]}
distance = {}
for name, points in places.items():
    Z = kernel_pca.transform(np.array(points)) / spread
    distance[name] = np.ptp(Z, axis=0).max()
    print(f"{name:4}  largest gap between the projections: {distance[name]:.4f}")
assert distance["far"] < 1e-9

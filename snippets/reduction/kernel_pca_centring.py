"""Uncentred kernel values of a new sample: harmless on the moons, not elsewhere."""

import numpy as np
from scipy.spatial.distance import cdist
from sklearn.datasets import make_circles, make_moons


def shift(X, gamma=15):
    """How far the uncentred projection is off on PC 1, in standard deviations."""
    K = np.exp(-gamma * cdist(X, X, "sqeuclidean"))
    one = np.full_like(K, 1 / len(K))
    eigenvalues, vectors = np.linalg.eigh(K - one @ K - K @ one + one @ K @ one)
    alpha = vectors[:, -1]
    error = K @ alpha / eigenvalues[-1] - alpha
    assert np.allclose(error, error[0])  # every sample is shifted equally
    return abs(error[0]) / alpha.std()


shifts = {
    "moons": shift(make_moons(100, random_state=123)[0]),
    "noisy moons": shift(make_moons(100, noise=0.1, random_state=123)[0]),
    "rings": shift(make_circles(200, noise=0.1, factor=0.2, random_state=123)[0]),
}
for name, value in shifts.items():
    print(f"{name:12} all projections off by {value:.3f} standard deviations")
assert shifts["moons"] < 1e-6

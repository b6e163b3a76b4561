"""How far the gradient of a batch strays from the gradient of all samples."""

import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(0)
X, y = load_breast_cancer(return_X_y=True)
X, y = StandardScaler().fit_transform(X)[:128], y[:128]

# Logistic regression at w = 0: the gradient of each sample, then of all
w = np.zeros(30)
p = 1 / (1 + np.exp(-X @ w))
gradients = (p - y)[:, None] * X
gradient = gradients.mean(axis=0)


def stray(batch_size, batches=2000):
    chosen = rng.integers(128, size=(batches, batch_size))
    distance = np.linalg.norm(gradients[chosen].mean(axis=1) - gradient, axis=1)
    return np.sqrt(np.mean(distance**2))


batch_sizes = [1, 4, 16, 64]
distance = {}
for batch_size in batch_sizes:
    distance[batch_size] = stray(batch_size)
    predicted = np.sqrt(gradients.var(axis=0).sum() / batch_size)
    assert np.isclose(distance[batch_size], predicted, rtol=0.05)
    print(
        f"batch {batch_size:2}: strays by {distance[batch_size]:.2f}, "
        f"σ/√B = {predicted:.2f}"
    )

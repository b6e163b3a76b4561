"""Logistic layers on XOR, trained longer: which of them were only slow?"""

from itertools import pairwise

import numpy as np
from scipy.special import expit

X = np.random.default_rng(0).uniform(-1, 1, (1200, 2))
y = (X[:, [0]] * X[:, [1]] < 0).astype(float)  # XOR: the signs differ
X_train, X_test, y_train, y_test = X[:200], X[200:], y[:200], y[200:]


def train(depth, updates, seed, learning_rate=0.5):
    rng = np.random.default_rng(seed)
    sizes = pairwise([2] + depth * [16] + [1])
    W = [rng.normal(0, np.sqrt(1 / n), (n, m)) for n, m in sizes]
    b = [np.zeros(weights.shape[1]) for weights in W]
    losses = []
    for _ in range(updates):
        A = [X_train]
        for k in range(depth):
            A.append(expit(A[k] @ W[k] + b[k]))
        z = A[depth] @ W[depth] + b[depth]
        losses.append(np.mean(np.logaddexp(0, z) - y_train * z))
        delta = (expit(z) - y_train) / len(z)
        for k in range(depth, -1, -1):
            delta_before = (delta @ W[k].T) * A[k] * (1 - A[k])
            W[k] -= learning_rate * A[k].T @ delta
            b[k] -= learning_rate * delta.sum(axis=0)
            delta = delta_before
    A = X_test
    for k in range(depth):
        A = expit(A @ W[k] + b[k])
    return losses, np.mean((A @ W[depth] + b[depth] > 0) == y_test)


accuracy, loss = {}, {}
for depth in [3, 10]:
    for updates in [1000, 4000]:
        losses, accuracy[depth, updates] = train(depth, updates, seed=0)
        loss[depth, updates] = losses[-1]
        print(
            f"depth {depth:2}, {updates} updates: loss {loss[depth, updates]:.2f}, "
            f"test accuracy {accuracy[depth, updates]:.2f}"
        )

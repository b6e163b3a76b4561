"""Ten hidden layers on XOR, from three kinds of weights: plain and normalised."""

from itertools import pairwise

import numpy as np
from scipy.special import expit

functions = {  # the function, its slope (from its output), variance of the weights
    "logistic, 1/n": (expit, lambda a: a * (1 - a), 1),
    "ReLU, 0.1/n": (lambda z: np.maximum(0, z), lambda a: a > 0, 0.1),
    "ReLU, 2/n": (lambda z: np.maximum(0, z), lambda a: a > 0, 2),
}
X = np.random.default_rng(0).uniform(-1, 1, (1200, 2))
y = (X[:, [0]] * X[:, [1]] < 0).astype(float)  # XOR: the signs differ
X_train, X_test, y_train, y_test = X[:200], X[200:], y[:200], y[200:]
DEPTH = 10
sizes = [2] + DEPTH * [16] + [1]


def forward(phi, W, b, X, axis, known=None):
    A, Z, used = [X], [], []
    for k in range(DEPTH):
        z, mean, std = A[k] @ W[k], 0.0, 1.0
        if known:  # batch norm in prediction
            mean, std = known[k]
        elif axis is not None:
            mean = z.mean(axis, keepdims=True)
            std = np.sqrt(z.var(axis, keepdims=True) + 1e-3)
        used.append((mean, std))
        Z.append((z - mean) / std)
        A.append(phi(Z[k] + b[k]))
    return A, Z, used, A[DEPTH] @ W[DEPTH] + b[DEPTH]


def train(phi, slope, factor, axis, learning_rate=0.1, updates=600):
    rng = np.random.default_rng(0)
    W = [rng.normal(0, np.sqrt(factor / n), (n, m)) for n, m in pairwise(sizes)]
    b = [np.zeros(m) for m in sizes[1:]]
    for _ in range(updates):
        A, Z, used, z = forward(phi, W, b, X_train, axis)
        delta = (expit(z) - y_train) / len(z)
        for k in range(DEPTH, -1, -1):
            b[k] -= learning_rate * delta.sum(axis=0)
            if k < DEPTH and axis is not None:  # back through the normalisation
                delta = delta - delta.mean(axis, keepdims=True)
                delta -= Z[k] * np.mean(delta * Z[k], axis, keepdims=True)
                delta /= used[k][1]
            before = (delta @ W[k].T) * slope(A[k])
            W[k] -= learning_rate * A[k].T @ delta
            delta = before
    z = forward(phi, W, b, X_test, axis, used if axis == 0 else None)[-1]
    return np.mean((z > 0) == y_test)


accuracy = {}
for name, function in functions.items():
    for kind, axis in [("plain", None), ("batch norm", 0), ("layer norm", 1)]:
        accuracy[name, kind] = train(*function, axis)
        print(f"{name:13}  {kind:10}  test accuracy {accuracy[name, kind]:.2f}")

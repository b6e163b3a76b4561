"""Thirty ReLU layers on XOR, plain and with residual connections."""

import numpy as np
from scipy.special import expit

X = np.random.default_rng(0).uniform(-1, 1, (1100, 2))
y = (X[:, [0]] * X[:, [1]] < 0).astype(float)  # XOR: the signs differ
X_train, X_test, y_train, y_test = X[:100], X[100:], y[:100], y[100:]
NETWORKS, DEPTH, UNITS = 5, 30, 16


def train(residual, factor, learning_rate=0.1, updates=300):
    rng = np.random.default_rng(0)
    first = rng.normal(0, np.sqrt(1 / 2), (NETWORKS, 2, UNITS))
    W = rng.normal(0, np.sqrt(factor / UNITS), (DEPTH, NETWORKS, UNITS, UNITS))
    b = np.zeros((DEPTH, NETWORKS, 1, UNITS))
    w = rng.normal(0, np.sqrt(1 / UNITS), (NETWORKS, UNITS, 1))

    def forward(X):
        A, outputs = [X @ first], []
        for k in range(DEPTH):
            outputs.append(np.maximum(0, A[k] @ W[k] + b[k]))
            A.append(outputs[k] + residual * A[k])  # the input is added
        return A, outputs, A[DEPTH] @ w

    gradients = []
    for _ in range(updates):
        A, outputs, z = forward(X_train)
        delta = (expit(z) - y_train) / len(X_train)
        back = delta @ w.mT
        w -= learning_rate * A[DEPTH].mT @ delta
        for k in range(DEPTH - 1, -1, -1):
            inner = back * (outputs[k] > 0)
            back = inner @ W[k].mT + residual * back  # so is its gradient
            W[k] -= learning_rate * A[k].mT @ inner
            b[k] -= learning_rate * inner.sum(axis=1, keepdims=True)
        gradients.append(np.abs(back).mean())
    return gradients[0], np.mean((forward(X_test)[2] > 0) == y_test, axis=(1, 2))


gradient, worst = {}, {}
for name, residual, factor in [
    ("plain, 2/n", 0, 2),
    ("plain, 0.01/n", 0, 0.01),
    ("residual, 0.01/n", 1, 0.01),
]:
    gradient[name], accuracy = train(residual, factor)
    worst[name] = accuracy.min()
    print(f"{name:16}  first gradient about {gradient[name]:.0e}", end=", ")
    print(f"all test accuracies above 0.9: {worst[name] > 0.9}")

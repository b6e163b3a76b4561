"""Six hidden functions on XOR, with the hidden layer trained and with it frozen."""

import numpy as np
from scipy.special import expit

functions = {  # each with its derivative
    "step": (lambda z: (z > 0).astype(float), np.zeros_like),
    "linear": (lambda z: z, np.ones_like),
    "square": (np.square, lambda z: 2 * z),
    "sine": (np.sin, np.cos),
    "absolute": (np.abs, np.sign),
    "ReLU": (lambda z: np.maximum(0, z), lambda z: (z > 0).astype(float)),
}
X = np.random.default_rng(0).uniform(-1, 1, (2200, 2))
y = (X[:, [0]] * X[:, [1]] < 0).astype(float)  # XOR: the signs differ
X_train, X_test, y_train, y_test = X[:200], X[200:], y[:200], y[200:]


def train_and_test(phi, derivative, train_hidden, seed, learning_rate=0.5):
    rng = np.random.default_rng(seed)
    W1, b1 = rng.normal(size=(2, 16)), rng.uniform(-1, 1, 16)
    W2, b2 = rng.normal(size=(16, 1)) / 4, np.zeros(1)
    for _ in range(1000):
        Z1 = X_train @ W1 + b1
        A1 = phi(Z1)
        error = (expit(A1 @ W2 + b2) - y_train) / len(X_train)
        error_hidden = error @ W2.T * derivative(Z1)
        W2 -= learning_rate * A1.T @ error
        b2 -= learning_rate * error.sum(axis=0)
        if train_hidden:
            W1 -= learning_rate * X_train.T @ error_hidden
            b1 -= learning_rate * error_hidden.sum(axis=0)
    return np.mean((phi(X_test @ W1 + b1) @ W2 + b2 > 0) == y_test)


trained, frozen = {}, {}
print("test accuracy, mean of five seeds (lowest to highest)")
print("function  hidden layer trained  hidden layer frozen")
for name, function in functions.items():
    columns = []
    for train_hidden, mean in [(True, trained), (False, frozen)]:
        runs = [train_and_test(*function, train_hidden, seed) for seed in range(5)]
        mean[name] = np.mean(runs)
        columns.append(f"{mean[name]:.2f} ({min(runs):.2f} to {max(runs):.2f})")
    print(f"{name:8} {columns[0]:>21} {columns[1]:>20}")

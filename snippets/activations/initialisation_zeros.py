"""Four ways to start a small network: only random weights make its units differ."""

import numpy as np
from scipy.special import expit

rng = np.random.default_rng(0)
X = rng.uniform(-1, 1, (1200, 2))
y = (X[:, [0]] * X[:, [1]] < 0).astype(float)  # XOR: the signs differ
X_train, X_test, y_train, y_test = X[:200], X[200:], y[:200], y[200:]


def train(W1, W2, learning_rate=0.5, updates=2000):
    b1, b2 = np.zeros(W1.shape[1]), np.zeros(1)
    for _ in range(updates):
        A1 = np.tanh(X_train @ W1 + b1)
        error = (expit(A1 @ W2 + b2) - y_train) / len(X_train)
        error_hidden = (error @ W2.T) * (1 - A1**2)
        W2 = W2 - learning_rate * A1.T @ error
        b2 = b2 - learning_rate * error.sum(axis=0)
        W1 = W1 - learning_rate * X_train.T @ error_hidden
        b1 = b1 - learning_rate * error_hidden.sum(axis=0)
    different = len(np.unique(np.round(W1, 6), axis=1).T)
    y_pred = np.tanh(X_test @ W1 + b1) @ W2 + b2 > 0
    return different, np.mean(y_pred == y_test)


random_1 = rng.normal(0, np.sqrt(1 / 2), (2, 16))
random_2 = rng.normal(0, np.sqrt(1 / 16), (16, 1))
starts = {
    "all zero": (np.zeros((2, 16)), np.zeros((16, 1))),
    "all 0.5": (np.full((2, 16), 0.5), np.full((16, 1), 0.5)),
    "output layer zero": (random_1, np.zeros((16, 1))),
    "all random": (random_1, random_2),
}
units, accuracy = {}, {}
print("start              different hidden units   test accuracy")
for name, (W1, W2) in starts.items():
    units[name], accuracy[name] = train(W1, W2)
    print(f"{name:18} {units[name]:22} {accuracy[name]:15.2f}")

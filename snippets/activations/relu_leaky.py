"""Leaky ReLU keeps a small slope on the left, so silent units can come back."""

import numpy as np


def train(negative_slope, learning_rate=8, steps=200, units=100, seed=0):
    rng = np.random.default_rng(seed)
    X = rng.uniform(-1, 1, (200, 2))
    y = (X[:, [0]] * X[:, [1]] < 0).astype(float)
    W1, b1 = rng.normal(0, 1, (2, units)), np.zeros(units)
    W2, b2 = rng.normal(0, np.sqrt(2 / units), (units, 1)), np.zeros(1)
    for _ in range(steps):
        Z1 = X @ W1 + b1
        slope = np.where(Z1 > 0, 1.0, negative_slope)
        A1 = slope * Z1
        y_pred = 0.5 * (1 + np.tanh((A1 @ W2 + b2) / 2))
        error = (y_pred - y) / len(X)
        error_hidden = (error @ W2.T) * slope
        W2 -= learning_rate * A1.T @ error
        b2 -= learning_rate * error.sum(axis=0)
        W1 -= learning_rate * X.T @ error_hidden
        b1 -= learning_rate * error_hidden.sum(axis=0)
    silent = np.mean(np.all(X @ W1 + b1 <= 0, axis=0))  # for every sample
    accuracy = np.mean((y_pred > 0.5) == y)
    return silent, accuracy, np.abs(W1).max() > 1000  # has it diverged?


silent, accuracy, diverged = {}, {}, {}
for negative_slope in [0.0, 0.01, 0.1, 0.3]:
    runs = [train(negative_slope, seed=seed) for seed in range(5)]
    means = np.mean(runs, axis=0)
    silent[negative_slope], accuracy[negative_slope], diverged[negative_slope] = (
        means
    )
    print(
        f"slope {negative_slope:4}: {means[0]:.2f} silent, "
        f"accuracy {means[1]:.2f}, {means[2]:.0%} of the runs diverged"
    )
assert silent[0.1] < silent[0.0]

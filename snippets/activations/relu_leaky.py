"""A slope on the left revives units; a smaller learning rate does more."""

import numpy as np
from scipy.special import expit


def train(negative_slope, learning_rate, seed, steps=200, units=100):
    rng = np.random.default_rng(seed)
    X = rng.uniform(-1, 1, (1200, 2))
    y = (X[:, [0]] * X[:, [1]] < 0).astype(float)  # XOR: the signs differ
    X_train, X_test, y_train, y_test = X[:200], X[200:], y[:200], y[200:]
    W1, b1 = rng.normal(0, 1, (2, units)), np.zeros(units)
    W2, b2 = rng.normal(0, np.sqrt(2 / units), (units, 1)), np.zeros(1)
    for _ in range(steps):
        Z1 = X_train @ W1 + b1
        slope = np.where(Z1 > 0, 1.0, negative_slope)
        A1 = slope * Z1
        error = (expit(A1 @ W2 + b2) - y_train) / len(X_train)
        error_hidden = (error @ W2.T) * slope
        W2 -= learning_rate * A1.T @ error
        b2 -= learning_rate * error.sum(axis=0)
        W1 -= learning_rate * X_train.T @ error_hidden
        b1 -= learning_rate * error_hidden.sum(axis=0)
    never_positive = np.all(X_train @ W1 + b1 <= 0, axis=0)
    Z1 = X_test @ W1 + b1
    y_pred = np.where(Z1 > 0, Z1, negative_slope * Z1) @ W2 + b2 > 0
    return np.mean(never_positive), np.mean(y_pred == y_test), np.abs(W1).max()


silent, accuracy, diverged = {}, {}, {}
print("rate  slope  silent units  test accuracy (lowest to highest)")
for rate, slope in [(8, 0.0), (8, 0.01), (8, 0.1), (8, 0.3), (2, 0.0)]:
    runs = np.array([train(slope, rate, seed) for seed in range(20)])
    name = f"{rate}, {slope}"
    diverged[name] = np.mean(runs[:, 2] > 1000)  # the largest weight
    if diverged[name] > 0:
        print(f"{rate:4} {slope:6}  {diverged[name]:.0%} of the runs diverge")
        continue
    silent[name], accuracy[name], _ = runs.mean(axis=0)
    print(
        f"{rate:4} {slope:6} {silent[name]:13.0%} {accuracy[name]:14.2f} "
        f"({runs[:, 1].min():.2f} to {runs[:, 1].max():.2f})"
    )
assert silent["8, 0.1"] < silent["8, 0.0"]

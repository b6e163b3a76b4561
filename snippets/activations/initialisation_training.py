"""Ten ReLU layers learn XOR, or do not, by the variance of the initial weights."""

from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit

X = np.random.default_rng(0).uniform(-1, 1, (1200, 2))
y = (X[:, [0]] * X[:, [1]] < 0).astype(float)  # XOR: the signs differ
X_train, X_test, y_train, y_test = X[:200], X[200:], y[:200], y[200:]
sizes = list(pairwise([2] + 10 * [16] + [1]))


def train(factor, seed, learning_rate=0.1, updates=1000):
    rng = np.random.default_rng(seed)
    W = [rng.normal(0, np.sqrt(factor / n), (n, m)) for n, m in sizes]
    b = [np.zeros(weights.shape[1]) for weights in W]
    losses = []
    for _ in range(updates):
        A = [X_train]
        for k in range(10):
            A.append(np.maximum(0, A[k] @ W[k] + b[k]))
        z = A[10] @ W[10] + b[10]
        losses.append(np.mean(np.logaddexp(0, z) - y_train * z))
        delta = (expit(z) - y_train) / len(z)
        for k in range(10, -1, -1):
            delta_before = (delta @ W[k].T) * (A[k] > 0)
            W[k] -= learning_rate * A[k].T @ delta
            b[k] -= learning_rate * delta.sum(axis=0)
            delta = delta_before
    A = X_test
    for k in range(10):
        A = np.maximum(0, A @ W[k] + b[k])
    return losses, np.mean((A @ W[10] + b[10] > 0) == y_test)


fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
accuracy = {}
for factor, style in [(0.1, "-"), (1, "--"), (2, "-."), (4, ":")]:
    losses, accuracy[factor] = train(factor, seed=0)
    print(f"variance {factor:3}/n  test accuracy {accuracy[factor]:.2f}")
    ax.plot(range(0, 1000, 10), losses[::10], style, label=f"{factor}/n")
ax.set(
    xlabel="updates", ylabel="loss", ylim=(0, 1.5), title="Ten ReLU layers on XOR"
)
ax.legend(title="variance")
plt.show()

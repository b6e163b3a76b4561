"""Networks of growing depth on XOR: which functions still train?"""

from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit

functions = {  # the function, its slope (from its output), variance of the weights
    "logistic, 1/n": (expit, lambda a: a * (1 - a), 1),
    "logistic, 16/n": (expit, lambda a: a * (1 - a), 16),
    "tanh, 1/n": (np.tanh, lambda a: 1 - a**2, 1),
    "ReLU, 2/n": (lambda z: np.maximum(0, z), lambda a: a > 0, 2),
}
X = np.random.default_rng(0).uniform(-1, 1, (1200, 2))
y = (X[:, [0]] * X[:, [1]] < 0).astype(float)  # XOR: the signs differ
X_train, X_test, y_train, y_test = X[:200], X[200:], y[:200], y[200:]


def train(phi, slope, factor, depth, seed, learning_rate=0.5, updates=1000):
    rng = np.random.default_rng(seed)
    sizes = pairwise([2] + depth * [16] + [1])
    W = [rng.normal(0, np.sqrt(factor / n), (n, m)) for n, m in sizes]
    b = [np.zeros(weights.shape[1]) for weights in W]
    losses = []
    for _ in range(updates):
        A = [X_train]
        for k in range(depth):
            A.append(phi(A[k] @ W[k] + b[k]))
        z = A[depth] @ W[depth] + b[depth]
        losses.append(np.mean(np.logaddexp(0, z) - y_train * z))
        delta = (expit(z) - y_train) / len(z)
        for k in range(depth, -1, -1):
            delta_before = (delta @ W[k].T) * slope(A[k])
            W[k] -= learning_rate * A[k].T @ delta
            b[k] -= learning_rate * delta.sum(axis=0)
            delta = delta_before
    A = X_test
    for k in range(depth):
        A = phi(A @ W[k] + b[k])
    return losses, np.mean((A @ W[depth] + b[depth] > 0) == y_test)


accuracy = {}
fig, axes = plt.subplots(2, 2, sharex=True, sharey=True, layout="constrained")
for ax, (name, function) in zip(axes.flat, functions.items()):
    for depth, style in [(1, "-"), (3, "--"), (10, ":")]:
        losses, accuracy[name, depth] = train(*function, depth, seed=0)
        print(
            f"{name:14} depth {depth:2}  test accuracy {accuracy[name, depth]:.2f}"
        )
        ax.plot(range(0, 1000, 10), losses[::10], style, label=f"depth {depth}")
    ax.set(title=name, ylim=(0, 0.8))
axes[0, 0].legend()
fig.supxlabel("updates")
fig.supylabel("loss")
plt.show()

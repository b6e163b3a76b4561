"""XOR with linear layers and with ReLU layers: depth alone does not help."""

from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit


def forward(X, layers, relu):
    A = [X]
    for W, b in layers:
        Z = A[-1] @ W + b
        A.append(np.maximum(0, Z) if relu else Z)
    return A, Z  # the outputs of all layers, the net input of the last one


def train(X, y, depth, relu, learning_rate=0.2, epochs=1000):
    rng = np.random.default_rng(0)
    sizes = [2, *[8] * (depth - 1), 1]  # eight units in each hidden layer
    weights = [rng.normal(size=(m, n)) / np.sqrt(m) for m, n in pairwise(sizes)]
    layers = [(W, np.zeros(W.shape[1])) for W in weights]
    for _ in range(epochs):
        A, Z = forward(X, layers, relu)
        error = (expit(Z) - y) / len(X)  # the output unit is logistic
        for (W, b), A_in in zip(layers[::-1], A[-2::-1]):
            error_in = error @ W.T * (A_in > 0 if relu else 1)
            W -= learning_rate * A_in.T @ error
            b -= learning_rate * error.sum(axis=0)
            error = error_in
    return layers


accuracy, networks = {}, {}
print("test accuracy on five datasets")
for name, depth in [("linear", 1), ("linear", 2), ("linear", 5), ("ReLU", 5)]:
    runs = accuracy[f"{name} {depth}"] = []
    for data_seed in range(5):
        X = np.random.default_rng(data_seed).uniform(-1, 1, (2200, 2))
        y = (X[:, [0]] * X[:, [1]] < 0).astype(float)  # XOR: the signs differ
        networks[name] = train(X[:200], y[:200], depth, name == "ReLU")
        y_pred = forward(X[200:], networks[name], name == "ReLU")[1] > 0
        runs.append(np.mean(y_pred == y[200:]))
    print(f"{name:6}, depth {depth}:", *(f"{share:.3f}" for share in runs))

# Where do the two networks of depth five draw their boundary?
x1, x2 = np.meshgrid(np.linspace(-1, 1, 101), np.linspace(-1, 1, 101))
fig, axes = plt.subplots(1, 2, figsize=(7, 3.8), sharey=True, layout="constrained")
for ax, (name, layers) in zip(axes, networks.items()):
    Z = forward(np.dstack([x1, x2]), layers, name == "ReLU")[1][..., 0]
    ax.contourf(x1, x2, Z, [-99, 0, 99], colors=["C0", "C1"], alpha=0.2)
    for label, marker in [(0, "o"), (1, "x")]:
        points = X[:200][y[:200, 0] == label]
        ax.plot(points[:, 0], points[:, 1], marker, markersize=4)
    ax.set(xlabel="x₁", ylabel="x₂", title=name, aspect="equal")
fig.suptitle("Five layers on XOR")
plt.show()

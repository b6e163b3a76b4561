"""The same small network with four activations draws four kinds of boundary."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import make_moons


def logistic(z):
    return 1 / (1 + np.exp(-z))


functions = {  # each with its slope, which the output a is enough to tell
    "linear": (lambda z: z, lambda a: np.ones_like(a)),
    "logistic": (logistic, lambda a: a * (1 - a)),
    "tanh": (np.tanh, lambda a: 1 - a**2),
    "ReLU": (lambda z: np.maximum(0, z), lambda a: np.where(a > 0, 1.0, 0.0)),
}


def train(activation, slope, X, y, units=16, learning_rate=1.0, steps=2000):
    rng = np.random.default_rng(0)
    W1, b1 = rng.normal(0, 1, (2, units)), np.zeros(units)
    W2, b2 = rng.normal(0, np.sqrt(1 / units), units), 0.0
    for _ in range(steps):
        A1 = activation(X @ W1 + b1)
        error = (logistic(A1 @ W2 + b2) - y) / len(X)
        error_hidden = np.outer(error, W2) * slope(A1)
        W2 -= learning_rate * error @ A1
        b2 -= learning_rate * error.sum()
        W1 -= learning_rate * X.T @ error_hidden
        b1 -= learning_rate * error_hidden.sum(axis=0)
    return lambda points: logistic(activation(points @ W1 + b1) @ W2 + b2)


X, y = make_moons(300, noise=0.15, random_state=0)
side_x, side_y = np.linspace(-1.6, 2.6, 85), np.linspace(-1.2, 1.7, 59)
grid = np.stack(np.meshgrid(side_x, side_y), axis=-1)
accuracy = {}
fig, axes = plt.subplots(2, 2, figsize=(6.6, 4.8), layout="constrained")
for ax, (name, (activation, slope)) in zip(axes.flat, functions.items()):
    predict = train(activation, slope, X, y)
    accuracy[name] = np.mean((predict(X) > 0.5) == y)
    print(f"{name:8}  accuracy {accuracy[name]:.2f}")
    ax.plot(*X[y == 0].T, "o", markersize=3)
    ax.plot(*X[y == 1].T, "x", markersize=3)
    ax.contour(side_x, side_y, predict(grid), levels=[0.5], colors="black")
    ax.set(title=name, xticks=[], yticks=[])
plt.show()

"""Six functions in the hidden layer on XOR: which of them learn?"""

import numpy as np

functions = {  # each with its derivative
    "step": (lambda z: (z > 0).astype(float), np.zeros_like),
    "linear": (lambda z: z, np.ones_like),
    "square": (np.square, lambda z: 2 * z),
    "sine": (np.sin, np.cos),
    "absolute": (np.abs, np.sign),
    "ReLU": (lambda z: np.maximum(0, z), lambda z: (z > 0).astype(float)),
}


def train(phi, phi_derivative, seed, learning_rate=0.5, epochs=1000, units=16):
    rng = np.random.default_rng(seed)
    W1, b1 = rng.normal(size=(2, units)), np.zeros(units)
    W2, b2 = rng.normal(size=(units, 1)) / np.sqrt(units), np.zeros(1)
    W1_start = W1.copy()
    for _ in range(epochs):
        Z1 = X @ W1 + b1
        A1 = phi(Z1)
        y_pred = 1 / (1 + np.exp(-(A1 @ W2 + b2)))
        error = (y_pred - y) / len(X)
        error_hidden = error @ W2.T * phi_derivative(Z1)
        W2 -= learning_rate * A1.T @ error
        b2 -= learning_rate * error.sum(axis=0)
        W1 -= learning_rate * X.T @ error_hidden
        b1 -= learning_rate * error_hidden.sum(axis=0)
    return np.mean((y_pred > 0.5) == y), np.abs(W1 - W1_start).mean()


X = np.random.default_rng(0).uniform(-1, 1, (200, 2))
y = (X[:, [0]] * X[:, [1]] < 0).astype(float)  # XOR: the signs differ

accuracy, movement = {}, {}
print("function  accuracy  hidden weights moved by")
for name, (phi, phi_derivative) in functions.items():
    runs = [train(phi, phi_derivative, seed) for seed in range(5)]
    accuracy[name], movement[name] = np.mean(runs, axis=0)
    print(f"{name:8}  {accuracy[name]:8.2f}  {movement[name]:8.2f}")

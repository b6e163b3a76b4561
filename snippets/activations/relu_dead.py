"""How many ReLU units die when the learning rate grows."""

import matplotlib.pyplot as plt
import numpy as np


def dead_share(learning_rate, steps=200, units=100, seed=0):
    rng = np.random.default_rng(seed)
    X = rng.uniform(-1, 1, (200, 2))
    y = (X[:, [0]] * X[:, [1]] < 0).astype(float)  # XOR: the signs differ
    W1, b1 = rng.normal(0, 1, (2, units)), np.zeros(units)  # He: std = sqrt(2 / 2)
    W2, b2 = rng.normal(0, np.sqrt(2 / units), (units, 1)), np.zeros(1)
    for _ in range(steps):
        Z1 = X @ W1 + b1
        A1 = np.maximum(0, Z1)
        y_pred = 0.5 * (1 + np.tanh((A1 @ W2 + b2) / 2))  # the logistic function
        error = (y_pred - y) / len(X)
        error_hidden = (error @ W2.T) * (Z1 > 0)
        W2 -= learning_rate * A1.T @ error
        b2 -= learning_rate * error.sum(axis=0)
        W1 -= learning_rate * X.T @ error_hidden
        b1 -= learning_rate * error_hidden.sum(axis=0)
    return np.mean(np.all(X @ W1 + b1 <= 0, axis=0))  # silent for every sample


learning_rates = [0.5, 5, 20, 50]
seeds = range(5)
share = {
    rate: np.mean([dead_share(rate, seed=seed) for seed in seeds])
    for rate in learning_rates
}
for rate, dead in share.items():
    print(f"learning rate {rate:4}: {dead:.2f} of the hidden units are dead")

fig, ax = plt.subplots(figsize=(6, 3.2))
ax.bar([str(rate) for rate in learning_rates], share.values())
ax.set(
    xlabel="learning rate",
    ylabel="share of dead units",
    ylim=(0, 1),
    title="Dead ReLU units",
)
plt.show()

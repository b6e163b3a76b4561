"""How many ReLU units die when the learning rate grows."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit


def dead_share(learning_rate, seed, steps=200, units=100):
    rng = np.random.default_rng(seed)
    X = rng.uniform(-1, 1, (200, 2))
    y = (X[:, [0]] * X[:, [1]] < 0).astype(float)  # XOR: the signs differ
    W1, b1 = rng.normal(0, 1, (2, units)), np.zeros(units)  # He: std = sqrt(2 / 2)
    W2, b2 = rng.normal(0, np.sqrt(2 / units), (units, 1)), np.zeros(1)
    for _ in range(steps):
        Z1 = X @ W1 + b1
        A1 = np.maximum(0, Z1)
        error = (expit(A1 @ W2 + b2) - y) / len(X)
        error_hidden = (error @ W2.T) * (Z1 > 0)
        W2 -= learning_rate * A1.T @ error
        b2 -= learning_rate * error.sum(axis=0)
        W1 -= learning_rate * X.T @ error_hidden
        b1 -= learning_rate * error_hidden.sum(axis=0)
    Z1 = X @ W1 + b1
    return np.mean(np.all(Z1 <= 0, axis=0))  # output 0 for every sample


learning_rates = [0.5, 2, 5, 8, 20]
share, lowest, highest = {}, {}, {}
print("learning rate   dead units, mean of 20 seeds (lowest to highest)")
for rate in learning_rates:
    runs = [dead_share(rate, seed) for seed in range(20)]
    share[rate], lowest[rate], highest[rate] = np.mean(runs), min(runs), max(runs)
    spread = f"({lowest[rate]:.0%} to {highest[rate]:.0%})"
    print(f"{rate:13} {share[rate]:12.0%}  {spread}")

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
names = [str(rate) for rate in learning_rates]
ax.bar(names, share.values(), alpha=0.6, label="mean")
ax.vlines(
    names, lowest.values(), highest.values(), "black", label="lowest to highest"
)
ax.set(
    xlabel="learning rate",
    ylabel="share of dead units",
    ylim=(0, 1.05),
    title="Dead ReLU units",
)
ax.legend()
plt.show()

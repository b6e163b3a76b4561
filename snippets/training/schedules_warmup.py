"""How many of 20 trainings diverge, with and without a warm-up."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import make_friedman1

X, y = make_friedman1(500, noise=1.0, random_state=0)
X = (X - X.mean(axis=0)) / X.std(axis=0)
y = (y - y.mean()) / y.std()
STEPS, BATCH_SIZE, HIDDEN = 300, 20, 32


def diverges(rate, warmup_steps, seed):
    rng = np.random.default_rng(seed)
    W1 = rng.normal(0, np.sqrt(2 / 42), (10, HIDDEN))  # Glorot
    W2 = rng.normal(0, np.sqrt(2 / 33), HIDDEN)
    b1, b2 = np.zeros(HIDDEN), 0.0
    for step in range(STEPS):
        eta = rate * min(1, (step + 1) / (warmup_steps + 1))
        batch = rng.choice(len(X), BATCH_SIZE, replace=False)
        Z = X[batch] @ W1 + b1
        A = np.maximum(Z, 0)
        error = 2 * (A @ W2 + b2 - y[batch]) / BATCH_SIZE
        if np.abs(error).max() > 100:
            return True
        delta = np.outer(error, W2) * (Z > 0)
        W1, b1 = W1 - eta * X[batch].T @ delta, b1 - eta * delta.sum(axis=0)
        W2, b2 = W2 - eta * A.T @ error, b2 - eta * error.sum()
    return False


rates = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]
failed = {}
for warmup_steps in [0, 100]:
    failed[warmup_steps] = [
        sum(diverges(rate, warmup_steps, seed) for seed in range(20))
        for rate in rates
    ]
    print(f"warm-up of {warmup_steps:3} steps:", failed[warmup_steps])

fig, ax = plt.subplots(figsize=(6, 3), layout="constrained")
ax.plot(rates, failed[0], "o-", label="no warm-up")
ax.plot(rates, failed[100], "s--", label="100 steps")
ax.set(xlabel="learning rate", ylabel="diverged, of 20 seeds")
ax.legend()
plt.show()

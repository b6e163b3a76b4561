"""Thirty layers with larger and larger weights: from vanishing to exploding."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit

functions = {  # the function and its slope (from its output)
    "logistic": (expit, lambda a: a * (1 - a)),
    "tanh": (np.tanh, lambda a: 1 - a**2),
    "ReLU": (lambda z: np.maximum(0, z), lambda a: a > 0),
}


def gradient_left(phi, slope, factor, seed, depth=30, units=100):
    rng = np.random.default_rng(seed)
    A = [rng.normal(size=(50, units))]  # 50 samples
    weights = rng.normal(0, np.sqrt(factor / units), (depth, units, units))
    for W in weights:
        A.append(phi(A[-1] @ W))
    start = gradient = rng.normal(size=A[-1].shape)
    for W, A_out in zip(weights[::-1], A[:0:-1]):
        gradient = gradient * slope(A_out) @ W.T
    share_left = np.linalg.norm(gradient) / np.linalg.norm(start)
    return share_left, np.mean(slope(A[-1]) < 0.01)  # nearly flat in the last layer


factors = [1, 2, 4, 16, 64, 128, 256]
share, flat = {}, {}
for name, (phi, slope) in functions.items():
    share[name], flat[name] = [], []
    for factor in factors:
        runs = [gradient_left(phi, slope, factor, seed) for seed in range(3)]
        size, flat_units = np.median(runs, axis=0)
        share[name].append(size)
        flat[name].append(flat_units)

print("variance  logistic      tanh      ReLU  flat logistic units")
for k, factor in enumerate(factors):
    print(
        f"{factor:5}/n   {share['logistic'][k]:8.0e}  {share['tanh'][k]:8.0e}  "
        f"{share['ReLU'][k]:8.0e}  {flat['logistic'][k]:19.0%}"
    )

fig, ax = plt.subplots(figsize=(6, 3.6), layout="constrained")
for name, style in zip(functions, ["o-", "s--", "^:"]):
    ax.plot(factors, share[name], style, label=name)
ax.axhline(1, color="gray", linewidth=0.8)
ax.set(xscale="log", yscale="log", ylim=(1e-20, 1e20))
ax.set_xticks(factors, [f"{factor}" for factor in factors])
ax.set_yticks([1e-18, 1e-9, 1, 1e9, 1e18], ["1e-18", "1e-9", "1", "1e9", "1e18"])
ax.set(xlabel="variance of the weights, times n", ylabel="share of the gradient")
ax.set_title("What is left after thirty layers")
ax.legend()
plt.show()

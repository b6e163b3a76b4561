"""More hidden units fit a wave better, unless their function is a polynomial."""

import matplotlib.pyplot as plt
import numpy as np

functions = {
    "z": lambda z: z,
    "z²": np.square,
    "step": lambda z: (z > 0).astype(float),
    "ReLU": lambda z: np.maximum(0, z),
    "tanh": np.tanh,
}
x = np.linspace(-1, 1, 201)
wave = np.cos(5 * x + 0.5)


def fit(phi, units):
    """Random hidden weights; the best output weights by least squares."""
    rng = np.random.default_rng(0)
    Z = np.outer(x, rng.normal(0, 3, units)) + rng.uniform(-3, 3, units)
    A = np.column_stack([phi(Z), np.ones(len(x))])
    return A @ np.linalg.lstsq(A, wave, rcond=1e-10)[0]


error = {}
print("root mean squared error")
print("units        3       30      300")
for name, phi in functions.items():
    fits = [fit(phi, units) for units in (3, 30, 300)]
    error[name] = [np.sqrt(np.mean((y_pred - wave) ** 2)) for y_pred in fits]
    print(f"{name:6}", *(f"{e:8.2f}" for e in error[name]))

fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
ax.plot(x, wave, linewidth=5, alpha=0.3, label="target")
for name, style in [("z", ":"), ("z²", "--"), ("ReLU", "-")]:
    ax.plot(x, fit(functions[name], 300), style, label=name)
ax.set(xlabel="x", ylabel="output", title="300 hidden units fit a wave")
ax.legend()
plt.show()

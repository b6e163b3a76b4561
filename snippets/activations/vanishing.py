"""How much of the gradient is left after each of thirty layers."""

import matplotlib.pyplot as plt
import numpy as np

functions = {  # function, slope (from its output), variance of the weights
    "logistic": (lambda z: 1 / (1 + np.exp(-z)), lambda a: a * (1 - a), 1 / 100),
    "tanh": (np.tanh, lambda a: 1 - a**2, 1 / 100),  # Xavier: 1 / units
    "ReLU": (lambda z: np.maximum(0, z), lambda a: a > 0, 2 / 100),  # He: 2 / units
}


def gradient_sizes(phi, slope, variance, seed, depth=30, units=100):
    rng = np.random.default_rng(seed)
    A = [rng.normal(size=(200, units))]  # 200 samples
    weights = rng.normal(0, np.sqrt(variance), (depth, units, units))
    for W in weights:
        A.append(phi(A[-1] @ W))
    gradient = rng.normal(size=A[-1].shape)  # as if it came from a loss
    sizes = [np.linalg.norm(gradient)]
    for W, A_out in zip(weights[::-1], A[:0:-1]):
        gradient = gradient * slope(A_out) @ W.T
        sizes.append(np.linalg.norm(gradient))
    return np.array(sizes) / sizes[0]


share_left = {}
for name, function in functions.items():
    runs = [gradient_sizes(*function, seed) for seed in range(5)]
    share_left[name] = np.median(runs, axis=0)
share_left["0.25 a layer"] = 0.25 ** np.arange(31)

print("layers               10       20       30")
fig, ax = plt.subplots(figsize=(6, 3.6), layout="constrained")
for (name, share), style in zip(share_left.items(), ["-", "--", "-.", ":"]):
    print(f"{name:13}", *(f"{share[layers]:8.2g}" for layers in [10, 20, 30]))
    ax.plot(share, style, label=name)
ax.set(xlabel="layers passed on the way back", ylabel="share of the gradient")
ax.set_yscale("log")
ax.set_yticks([1, 1e-6, 1e-12, 1e-18], ["1", "1e-6", "1e-12", "1e-18"])
ax.set_title("The gradient on its way back")
ax.legend()
plt.show()

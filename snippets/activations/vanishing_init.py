"""The same thirty layers with other weights: the slope is only one factor."""

import numpy as np

functions = {  # the function and its slope (from its output)
    "logistic": (lambda z: 1 / (1 + np.exp(-z)), lambda a: a * (1 - a)),
    "tanh": (np.tanh, lambda a: 1 - a**2),
    "ReLU": (lambda z: np.maximum(0, z), lambda a: a > 0),
}


def share_left(phi, slope, factor, seed, depth=30, units=100):
    rng = np.random.default_rng(seed)
    A = [rng.normal(size=(200, units))]
    weights = rng.normal(0, np.sqrt(factor / units), (depth, units, units))
    for W in weights:
        A.append(phi(A[-1] @ W))
    start = gradient = rng.normal(size=A[-1].shape)
    for W, A_out in zip(weights[::-1], A[:0:-1]):
        gradient = gradient * slope(A_out) @ W.T
    return np.linalg.norm(gradient) / np.linalg.norm(start)


share = {}
for name, (phi, slope) in functions.items():
    for factor in [1, 2, 4]:
        runs = [share_left(phi, slope, factor, seed) for seed in range(5)]
        share[f"{name} {factor}"] = np.median(runs)
        print(f"{name:8}, variance {factor} / units: {np.median(runs):.2g} is left")

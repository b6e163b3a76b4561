"""Logistic layers whose outputs are centred keep the gradient as tanh layers do."""

import numpy as np
from scipy.special import expit


def gradient_left(phi, slope, factor, centre, seed, depth=30, units=100):
    rng = np.random.default_rng(seed)
    A = [rng.normal(size=(100, units))]
    weights = rng.normal(0, np.sqrt(factor / units), (depth, units, units))
    for W in weights:
        bias = -W.sum(axis=0) / 2 if centre else 0  # takes 1/2 off every input
        A.append(phi(A[-1] @ W + bias))
    start = gradient = rng.normal(size=A[-1].shape)
    for W, A_out in zip(weights[::-1], A[:0:-1]):
        gradient = gradient * slope(A_out) @ W.T
    return np.linalg.norm(gradient) / np.linalg.norm(start)


def logistic_slope(a):
    return a * (1 - a)


def tanh_slope(a):
    return 1 - a**2


share = {}
for name, settings in {
    "logistic, 1/n": (expit, logistic_slope, 1, False),
    "logistic, 16/n": (expit, logistic_slope, 16, False),
    "logistic, 16/n, centred": (expit, logistic_slope, 16, True),
    "tanh, 1/n": (np.tanh, tanh_slope, 1, False),
}.items():
    runs = [gradient_left(*settings, seed) for seed in range(5)]
    share[name] = np.median(runs)
    print(f"{name:24} {share[name]:.0e}  ({min(runs):.0e} to {max(runs):.0e})")

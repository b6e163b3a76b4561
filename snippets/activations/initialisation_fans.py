"""Narrower and narrower layers: signal and gradient want different variances."""

from itertools import pairwise

import numpy as np

widths = [1024, 512, 256, 128, 64]


def root_mean_square(values):
    return np.sqrt(np.mean(values**2))


def stack(variance, seed):
    rng = np.random.default_rng(seed)
    A = rng.normal(size=(200, widths[0]))  # 200 samples
    first = root_mean_square(A)
    weights, active = [], []
    for n_in, n_out in pairwise(widths):
        W = rng.normal(0, np.sqrt(variance(n_in, n_out)), (n_in, n_out))
        Z = A @ W
        A = np.maximum(0, Z)
        weights.append(W)
        active.append(Z > 0)
    gradient = rng.normal(size=A.shape)  # as if it came from a loss
    last = root_mean_square(gradient)
    for W, on in zip(weights[::-1], active[::-1]):
        gradient = (gradient * on) @ W.T
    return root_mean_square(A) / first, root_mean_square(gradient) / last


variances = {
    "2 / n_in": lambda n_in, n_out: 2 / n_in,
    "2 / n_out": lambda n_in, n_out: 2 / n_out,
    "4 / (n_in + n_out)": lambda n_in, n_out: 4 / (n_in + n_out),
}
signal, gradient = {}, {}
print("variance             signal   gradient")
for name, variance in variances.items():
    signal[name], gradient[name] = stack(variance, seed=0)
    print(f"{name:18} {signal[name]:8.2f} {gradient[name]:10.2f}")

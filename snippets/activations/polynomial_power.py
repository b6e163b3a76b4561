"""However many units, powers of z span only a handful of functions."""

import numpy as np

x = np.linspace(-1, 1, 201)
wave = np.cos(5 * x + 0.5)
rng = np.random.default_rng(0)
Z = np.outer(x, rng.normal(0, 3, 300)) + rng.uniform(-3, 3, 300)

rank, residual = {}, {}
for power in [1, 2, 3, 4, 6, 8]:
    A = np.column_stack([Z**power, np.ones(len(x))])
    weights, _, rank[power], _ = np.linalg.lstsq(A, wave, rcond=1e-10)
    residual[power] = np.sqrt(np.mean((A @ weights - wave) ** 2))
    print(f"power {power}: rank {rank[power]}, error {residual[power]:.2f}")

"""The chain rule from p back to z, and where it needs the targets to sum to one."""

import numpy as np
from scipy.special import softmax

z = np.array([1.78, 0.76, 1.65])
p = softmax(z)
jacobian = np.diag(p) - np.outer(p, p)  # row i, column k: dp_i / dz_k

targets = {"one-hot": [0, 1, 0], "soft": [0.1, 0.8, 0.1], "two labels": [1, 0, 1]}
is_p_minus_y = {}
print("target        gradient by z              equals p - y")
for name, target in targets.items():
    y = np.array(target)
    by_p = -y / p
    by_z = jacobian.T @ by_p
    is_p_minus_y[name] = np.allclose(by_z, p - y)
    print(
        f"{name:10}",
        *(f"{value:8.4f}" for value in by_z),
        f"   {is_p_minus_y[name]}",
    )
    assert np.allclose(by_z, p * y.sum() - y)

"""Multiply the loss or turn the ravine: whose path stays the same?"""

import numpy as np

START, STEPS = np.array([-9.0, 1.0]), 40
RAVINE = np.diag([1.0, 100.0])
QUARTER = np.array([[1.0, -1.0], [1.0, 1.0]]) / np.sqrt(2)  # turns by 45 degrees


def walk(optimizer, matrix, start):
    w, m, v = start, 0.0, 0.0
    for step in range(1, STEPS + 1):
        g = matrix @ w  # the gradient of w @ matrix @ w / 2
        if optimizer == "SGD":
            w = w - 0.018 * g
        elif optimizer == "momentum":
            m = 0.9 * m - 0.01 * g
            w = w + m
        else:
            m = 0.9 * m + 0.1 * g
            v = 0.999 * v + 0.001 * g**2
            m_hat, v_hat = m / (1 - 0.9**step), v / (1 - 0.999**step)
            w = w - 0.5 * m_hat / (np.sqrt(v_hat) + 1e-7)
    return w


same_scaled, same_turned = {}, {}
for name in ["SGD", "momentum", "Adam"]:
    end = walk(name, RAVINE, START)
    scaled = walk(name, 10 * RAVINE, START)
    turned = QUARTER.T @ walk(name, QUARTER @ RAVINE @ QUARTER.T, QUARTER @ START)
    same_scaled[name] = np.allclose(scaled, end, atol=1e-4)
    same_turned[name] = np.allclose(turned, end, atol=1e-4)
    print(
        f"{name:8} same end with loss × 10: {same_scaled[name]!s:5}, "
        f"turned by 45°: {same_turned[name]}"
    )

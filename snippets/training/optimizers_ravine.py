"""One optimizer and one learning rate: the path down the ravine."""

import matplotlib.pyplot as plt
import numpy as np

CURVATURE = np.array([1.0, 100.0])  # gentle along w₁, steep along w₂
optimizer = "SGD"
rate = 0.01


def loss(w):
    return np.sum(CURVATURE * w**2, axis=-1) / 2


w, m, v = np.array([-9.0, 1.0]), 0.0, 0.0
path = [w]
for step in range(1, 41):
    g = CURVATURE * w
    if optimizer == "SGD":
        w = w - rate * g
    elif optimizer == "momentum":
        m = 0.9 * m - rate * g
        w = w + m
    else:
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2
        w = w - rate * m / (1 - 0.9**step) / (np.sqrt(v / (1 - 0.999**step)) + 1e-7)
    path.append(np.clip(w, -99, 99))  # far outside of the figure
final = loss(w)
print(f"{optimizer} at a rate of {rate}: loss {final:.3g} after 40 steps")

fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
w1, w2 = np.meshgrid(np.linspace(-10, 5, 31), np.linspace(-2, 2, 33))
levels = [10, 40, 90]
ax.contour(w1, w2, loss(np.stack([w1, w2], axis=-1)), levels, colors="grey")
ax.plot(*np.transpose(path), ".-")
ax.plot(0, 0, "k+")
ax.set(xlabel="w₁", ylabel="w₂", xlim=(-10, 5), ylim=(-2, 2))
plt.show()

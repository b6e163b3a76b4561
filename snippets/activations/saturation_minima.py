"""Three samples, one weight: where gradient descent ends with each loss."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit

x = np.array([0.1, 1, 10])
y = np.array([0, 1, 0])


def squared_error(w):
    return np.mean((expit(w * x) - y) ** 2)


def cross_entropy(w):
    z = w * x
    return np.mean(np.logaddexp(0, z) - y * z)


def descend(loss, w, learning_rate=0.5, h=1e-5):
    for _ in range(5000):
        w -= learning_rate * (loss(w + h) - loss(w - h)) / (2 * h)
    return w


losses = {"squared error": squared_error, "cross entropy": cross_entropy}
grid = np.linspace(-3, 7, 201)
end, loss_at_end = {}, {}
fig, axes = plt.subplots(1, 2, figsize=(7, 3.2), layout="constrained")
for ax, (name, loss) in zip(axes, losses.items()):
    end[name] = [descend(loss, w_start) for w_start in [-2.0, 6.0]]
    loss_at_end[name] = [loss(w) for w in end[name]]
    for w_start, w, value in zip([-2, 6], end[name], loss_at_end[name]):
        print(
            f"{name}, from w = {w_start:2}: ends at w = {w:4.1f}, loss {value:.3f}"
        )
    ax.plot(grid, [loss(w) for w in grid])
    ax.plot(end[name], loss_at_end[name], "o", color="black")
    ax.set(xlabel="weight w", title=name)
axes[0].set_ylabel("loss")
fig.suptitle("Loss of three samples")
plt.show()

"""SGD, momentum and Adam walk down a ravine, and Keras takes the same steps."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

CURVATURE = np.array([1.0, 100.0])  # the loss is gentle along w₁, steep along w₂
START, STEPS = np.array([-9.0, 1.0]), 40


def loss(w):
    return np.sum(CURVATURE * w**2, axis=-1) / 2


def walk(optimizer):
    w, m, v, path = START, 0.0, 0.0, [START]
    for step in range(1, STEPS + 1):
        g = CURVATURE * w  # the gradient of the loss
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
        path.append(w)
    return np.array(path)


def walk_with_keras(optimizer):
    w, path = tf.Variable(START), [START]
    for _ in range(STEPS):
        optimizer.apply([CURVATURE * w.numpy()], [w])
        path.append(w.numpy())
    return np.array(path)


in_keras = {
    "SGD": tf.keras.optimizers.SGD(0.018),
    "momentum": tf.keras.optimizers.SGD(0.01, momentum=0.9),
    "Adam": tf.keras.optimizers.Adam(0.5),
}
reached = {}
fig, axes = plt.subplots(3, figsize=(6, 6), sharex=True, layout="constrained")
w1, w2 = np.meshgrid(np.linspace(-10, 5, 31), np.linspace(-1.5, 1.5, 31))
levels = [14, 58, 130]
for ax, (name, optimizer) in zip(axes, in_keras.items(), strict=True):
    path = walk(name)
    agrees = np.allclose(path, walk_with_keras(optimizer), atol=1e-4)
    reached[name] = loss(path[-1])
    print(f"{name:8} loss {reached[name]:.3f} after 40 steps, as Keras: {agrees}")
    ax.contour(w1, w2, loss(np.stack([w1, w2], axis=-1)), levels, colors="grey")
    ax.plot(*path.T, ".-")
    ax.plot(0, 0, "k+")
    ax.set(ylabel="w₂", title=name)
ax.set(xlabel="w₁")
plt.show()

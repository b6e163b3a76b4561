"""The soft maximum is logsumexp, and its derivative is softmax."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from scipy.special import logsumexp, softmax

z = np.array([1.78, 0.76, 1.65])
maximum = z.max()
soft, mean = {}, {}
print(f"maximum: {maximum:.4f}")
for temperature in [1, 0.1, 0.01]:
    soft[temperature] = temperature * logsumexp(z / temperature)
    mean[temperature] = softmax(z / temperature) @ z

    # Let TensorFlow differentiate logsumexp
    z_variable = tf.Variable(z)
    with tf.GradientTape() as tape:
        value = temperature * tf.reduce_logsumexp(z_variable / temperature)
    gradient = tape.gradient(value, z_variable)
    gradient_is_softmax = np.allclose(gradient, softmax(z / temperature))
    print(
        f"T = {temperature:4}: logsumexp {soft[temperature]:.4f}, "
        f"mean weighted by softmax {mean[temperature]:.4f}, "
        f"gradient is softmax: {gradient_is_softmax}"
    )

# The soft maximum of z and 0 beside the maximum
grid = np.linspace(-2, 2, 81)
pairs = np.stack([grid, np.zeros_like(grid)])
fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.plot(grid, pairs.max(axis=0), label="maximum of z and 0")
for temperature, style in [(1, "--"), (0.3, "-."), (0.1, ":")]:
    rounded = temperature * logsumexp(pairs / temperature, axis=0)
    ax.plot(grid, rounded, style, label=f"soft maximum, T = {temperature}")
ax.set(xlabel="z", ylabel="value", title="The soft maximum rounds the corner")
ax.legend()
plt.show()

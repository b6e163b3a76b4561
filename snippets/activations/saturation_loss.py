"""Squared error and cross entropy of a logistic unit whose target is 1."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from scipy.special import expit

z = np.linspace(-10, 10, 201)
p = expit(z)  # the logistic function
loss = {"squared error": (p - 1) ** 2, "cross entropy": np.logaddexp(0, -z)}
gradient = {"squared error": 2 * (p - 1) * p * (1 - p), "cross entropy": p - 1}

# The gradients at the far left
start = {name: values[0] for name, values in gradient.items()}
print(f"gradient at z = {z[0]:.0f}")
print(f"  squared error: {start['squared error']:.1e}")
print(f"  cross entropy: {start['cross entropy']:.5f}")

# Let TensorFlow compute the same gradients
keras_losses = {
    "squared error": tf.keras.losses.MeanSquaredError(reduction="sum"),
    "cross entropy": tf.keras.losses.BinaryCrossentropy(reduction="sum"),
}
for name, keras_loss in keras_losses.items():
    z_variable = tf.Variable(z[:, np.newaxis])
    with tf.GradientTape() as tape:
        y_pred = tf.keras.activations.sigmoid(z_variable)
        total = keras_loss(tf.ones_like(y_pred), y_pred)
    from_tape = tape.gradient(total, z_variable)[:, 0]
    same = np.allclose(gradient[name], from_tape, atol=1e-6)
    print(f"same as {type(keras_loss).__name__} in TensorFlow: {same}")

fig, axes = plt.subplots(1, 2, figsize=(7, 3.2), layout="constrained")
for name, style in [("squared error", "-"), ("cross entropy", "--")]:
    axes[0].plot(z, loss[name], style, label=name)
    axes[1].plot(z, gradient[name], style, label=name)
axes[0].set(xlabel="net input z", title="loss")
axes[1].set(xlabel="net input z", title="gradient")
axes[0].legend()
fig.suptitle("A logistic unit whose target is 1")
plt.show()

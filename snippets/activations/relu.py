"""ReLU and its derivative, written in NumPy and checked against TensorFlow."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf


def relu(z):
    return np.maximum(0, z)


def relu_derivative(z):
    return np.where(z > 0, 1.0, 0.0)


z = np.linspace(-4, 4, 401, dtype="float32")

# Let TensorFlow compute the same
z_variable = tf.Variable(z)
with tf.GradientTape() as tape:
    activation = tf.keras.activations.relu(z_variable)
gradient = tape.gradient(activation, z_variable).numpy()

same_values = np.array_equal(relu(z), activation)
same_slopes = np.array_equal(relu_derivative(z), gradient)
slope_at_zero = gradient[z == 0][0]
print(f"same values as tf.keras.activations.relu: {same_values}")
print(f"same slopes as its gradient:              {same_slopes}")
print(f"slope that TensorFlow uses at z = 0:      {slope_at_zero:.0f}")

# Draw both
fig, ax = plt.subplots(figsize=(6, 3.2))
ax.plot(z, relu(z), label="ReLU")
ax.plot(z, relu_derivative(z), "--", label="derivative")
ax.set(xlabel="net input z", ylabel="value", title="ReLU and its derivative")
ax.legend()
plt.show()

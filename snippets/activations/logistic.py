"""The logistic function and its derivative, in NumPy and against TensorFlow."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf


def logistic(z):
    return 1 / (1 + np.exp(-z))


def logistic_derivative(z):
    return logistic(z) * (1 - logistic(z))


# One unit: from a sample to a probability
x = np.array([1, 1.4, 2.5])  # the 1 belongs to the bias
w = np.array([0.4, 0.3, 0.5])
net_input = x @ w
probability = logistic(net_input)
print(f"net input {net_input:.2f}, probability {probability:.3f}")

# The slope at a few places
slope = {z: logistic_derivative(z) for z in [-10, -5, 0, 5, 10]}
for z, value in slope.items():
    print(f"slope at {z:3}: {value:.2g}")

# Let TensorFlow compute the same
z = np.linspace(-10, 10, 401)
z_variable = tf.Variable(z)
with tf.GradientTape() as tape:
    activation = tf.keras.activations.sigmoid(z_variable)
gradient = tape.gradient(activation, z_variable)
same_values = np.allclose(logistic(z), activation, rtol=1e-12)
same_slopes = np.allclose(logistic_derivative(z), gradient, rtol=1e-12)
print(f"same values as tf.keras.activations.sigmoid: {same_values}")
print(f"same slopes as its gradient: {same_slopes}")

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.plot(z, logistic(z), label="logistic function")
ax.plot(z, logistic_derivative(z), "--", label="derivative")
ax.set(xlabel="net input z", ylabel="value", title="The logistic function")
ax.legend()
plt.show()

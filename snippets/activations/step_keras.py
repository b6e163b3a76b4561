"""A step in Keras: fit() raises no error, and the layer before it never changes."""

import warnings

import numpy as np
import tensorflow as tf


def step(z):
    return tf.cast(z > 0, tf.float32)


X = np.random.default_rng(0).uniform(-1, 1, (500, 2))
y = X[:, 0] * X[:, 1] < 0  # XOR: the signs differ

tf.keras.utils.set_random_seed(0)
hidden = tf.keras.layers.Dense(16, step)
output = tf.keras.layers.Dense(1, "sigmoid")
model = tf.keras.Sequential([tf.keras.Input((2,)), hidden, output])
model.compile("adam", "binary_crossentropy")
hidden_before, output_before = hidden.kernel.numpy(), output.kernel.numpy()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    history = model.fit(X, y, epochs=20, verbose=0)

messages = [str(warning.message) for warning in caught]
assert any("Gradients do not exist for variables" in text for text in messages)
print("warning:", messages[0].split(" [")[0])
falls = history.history["loss"][-1] < history.history["loss"][0]
hidden_changed = not np.array_equal(hidden.kernel, hidden_before)
output_changed = not np.array_equal(output.kernel, output_before)
print("the loss falls:                     ", falls)
print("weights of the hidden layer changed:", hidden_changed)
print("weights of the output layer changed:", output_changed)

z = tf.Variable(1.0)
with tf.GradientTape() as tape:
    activation = step(z)
print("gradient of the step:               ", tape.gradient(activation, z))

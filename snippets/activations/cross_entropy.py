"""The derivative of cross entropy is p - y with respect to z, but not to p."""

import numpy as np
import tensorflow as tf
from scipy.special import logsumexp, softmax

z = np.array([1.78, 0.76, 1.65])
true_class = 1  # the second one: Python counts from 0
y = np.eye(3)[true_class]
p = softmax(z)


def cross_entropy(z):
    return logsumexp(z) - z[true_class]


loss = cross_entropy(z)
assert np.isclose(loss, -np.log(p[true_class]))

# Change one net input at a time and see how the loss changes
h = 1e-5
differences = []
for change in h * np.eye(3):
    increase = cross_entropy(z + change) - cross_entropy(z - change)
    differences.append(increase / (2 * h))

# Let TensorFlow differentiate, once with respect to z and once to p
z_variable, p_variable = tf.Variable(z), tf.Variable(p)
with tf.GradientTape() as tape:
    loss_of_z = tf.keras.losses.categorical_crossentropy(
        y, z_variable, from_logits=True
    )
    loss_of_p = -tf.math.log(p_variable[true_class])
by_z, by_p = tape.gradient([loss_of_z, loss_of_p], [z_variable, p_variable])
slope_to_p = by_p[true_class]

print(f"loss: {loss:.4f}")
for name, row in {
    "p": p,
    "p - y": p - y,
    "differences": differences,
    "tape, by z": by_z.numpy(),
    "tape, by p": by_p.numpy(),
}.items():
    print(f"{name:11}", *(f"{value:8.4f}" for value in row))

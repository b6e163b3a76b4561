"""The derivative of cross entropy is p - y with respect to z, but not to p."""

import numpy as np
import tensorflow as tf


def softmax(z):
    exponentials = np.exp(z)
    return exponentials / np.sum(exponentials)


def cross_entropy(y, p):
    return -np.sum(y * np.log(p))


z = np.array([1.78, 0.76, 1.65])
y = np.array([0, 1, 0])  # class 2 is the true one
p = softmax(z)
loss = cross_entropy(y, p)

# Nudge one net input at a time and watch the loss
h = 1e-5
by_nudging = [
    (cross_entropy(y, softmax(z + nudge)) - cross_entropy(y, softmax(z - nudge)))
    / (2 * h)
    for nudge in h * np.eye(3)
]

# Let TensorFlow differentiate, once with respect to z and once to p
z_variable, p_variable = tf.Variable(z), tf.Variable(p)
with tf.GradientTape() as tape:
    loss_of_z = tf.keras.losses.categorical_crossentropy(
        y, z_variable, from_logits=True
    )
    loss_of_p = -tf.math.log(p_variable[1])
by_z, by_p = tape.gradient([loss_of_z, loss_of_p], [z_variable, p_variable])
slope_to_p = by_p[1]

print(f"loss: {loss:.4f}")
for name, row in {
    "p": p,
    "p - y": p - y,
    "nudging z": by_nudging,
    "tape, by z": by_z.numpy(),
    "tape, by p": by_p.numpy(),
}.items():
    print(f"{name:10}", *(f"{value:8.4f}" for value in row))

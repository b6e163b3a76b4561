"""What a GradientTape does not record, and how often it can be asked."""

import numpy as np
import tensorflow as tf

w = tf.Variable(2.0)
frozen = tf.Variable(2.0, trainable=False)
constant = tf.constant(2.0)

# Only trainable variables are watched without being asked for
with tf.GradientTape() as tape:
    loss = w**2 + frozen**2 + constant**2
gradients = tape.gradient(loss, [w, frozen, constant])
for name, gradient in zip(["w", "frozen", "constant"], gradients):
    print(f"{name}: {None if gradient is None else gradient.numpy()}")

with tf.GradientTape() as tape:
    tape.watch(constant)
    loss = constant**2
print("constant, watched:", tape.gradient(loss, constant).numpy())

# NumPy leaves the tape: the derivative of w³ at w = 2 is 3w² = 12
by_numpy, by_tensorflow = tf.Variable(2.0), tf.Variable(2.0)
with tf.GradientTape() as tape:
    loss = by_numpy * np.square(by_numpy) + by_tensorflow * by_tensorflow**2
slopes = [float(slope) for slope in tape.gradient(loss, [by_numpy, by_tensorflow])]
print(f"with NumPy: {slopes[0]:.0f}, with TensorFlow: {slopes[1]:.0f}")
assert slopes == [4, 12]

# A tape answers once, unless it is persistent
try:
    tape.gradient(loss, by_tensorflow)
except RuntimeError as error:
    message = str(error)
    print("RuntimeError:", message.split(" (")[0])
assert "can only be used to compute one set of gradients" in message
with tf.GradientTape(persistent=True) as tape:
    loss = w**3
again = [tape.gradient(loss, w).numpy() for _ in range(2)]
print("persistent:", *again)

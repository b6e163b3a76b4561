"""All ten samples in each step: how far from the goal 20 steps leave w."""

import numpy as np
import tensorflow as tf

x = np.arange(10)
x = ((x - x.mean()) / x.std()).astype("float32")
y = np.array([1.0, 1.3, 3.1, 2.0, 5.0, 6.3, 6.6, 7.4, 8.0, 9.0], dtype="float32")
w_exact, b_exact = np.polyfit(x, y, 1)


def train(learning_rate, steps=20):
    w, b = tf.Variable(0.0), tf.Variable(0.0)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((y - (w * x + b)) ** 2)
        gradient_w, gradient_b = tape.gradient(loss, [w, b])
        w.assign_sub(learning_rate * gradient_w)
        b.assign_sub(learning_rate * gradient_b)
    return float(w)


left = {}
print("learning rate  left after 20 steps  formula")
for learning_rate in [0.1, 0.5, 0.9, 1.0, 1.1]:
    left[learning_rate] = abs(1 - train(learning_rate) / w_exact)
    formula = abs(1 - 2 * learning_rate) ** 20
    assert np.isclose(left[learning_rate], formula, rtol=1e-3, atol=1e-5)
    print(f"{learning_rate:13} {left[learning_rate]:20.3f} {formula:8.3f}")

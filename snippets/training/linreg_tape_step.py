"""One sample, one step: the gradient from the tape and the gradient by formula."""

import numpy as np
import tensorflow as tf

w, b = tf.Variable(1.0), tf.Variable(0.5)
x, y = 1.4, 2.1

with tf.GradientTape() as tape:  # records what is computed in this block
    error = y - (w * x + b)
    loss = error**2
gradients = tape.gradient(loss, [w, b])

by_formula = [-2 * error * x, -2 * error]
gradients_agree = np.allclose(gradients, by_formula)
gradient_w, gradient_b = (float(gradient) for gradient in gradients)
print(f"gradient from the tape: {gradient_w:.2f} for w, {gradient_b:.2f} for b")
print(f"the formula agrees: {gradients_agree}")

# One step downhill
learning_rate = 0.01
w.assign_sub(learning_rate * gradient_w)
b.assign_sub(learning_rate * gradient_b)
loss_before, loss_after = float(loss), float((y - (w * x + b)) ** 2)
w_after, b_after = float(w), float(b)
print(f"after one step: w = {w_after:.4f}, b = {b_after:.4f}")
print(f"loss: {loss_before:.4f} before, {loss_after:.4f} after")

"""A line fitted with GradientTape, sample by sample, beside exact least squares."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
x = np.arange(10)
x = ((x - x.mean()) / x.std()).astype("float32")
y = np.array([1.0, 1.3, 3.1, 2.0, 5.0, 6.3, 6.6, 7.4, 8.0, 9.0], dtype="float32")
samples = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(10).repeat().batch(1)

# Start at zero, then take one small step per sample
w_variable, b_variable = tf.Variable(0.0), tf.Variable(0.0)
learning_rate, steps = 0.001, 2000


@tf.function  # the same without it, only slower
def update(x_batch, y_batch):
    with tf.GradientTape() as tape:
        y_pred = w_variable * x_batch + b_variable
        loss = tf.reduce_mean((y_batch - y_pred) ** 2)
    gradient_w, gradient_b = tape.gradient(loss, [w_variable, b_variable])
    w_variable.assign_sub(learning_rate * gradient_w)
    b_variable.assign_sub(learning_rate * gradient_b)
    return loss


path, loss_of_sample = [], []
for x_batch, y_batch in samples.take(steps):
    path.append((w_variable.numpy(), b_variable.numpy()))
    loss_of_sample.append(update(x_batch, y_batch).numpy())

w, b = float(w_variable), float(b_variable)
w_exact, b_exact = np.polyfit(x, y, 1)
print(f"after {steps} steps: w = {w:.4f}, b = {b:.4f}")
print(f"least squares:    w = {w_exact:.4f}, b = {b_exact:.4f}")
still_to_go = 1 - w / w_exact
expected = (1 - 2 * learning_rate) ** steps
print(f"still to go: {still_to_go:.1%}, expected: {expected:.1%}")

# Loss of all ten samples before each update
weights, biases = np.transpose(path)
loss_of_all = np.mean((y - np.outer(weights, x) - biases[:, None]) ** 2, axis=1)
loss_first, loss_last = loss_of_all[[0, -1]]
loss_exact = np.mean((y - w_exact * x - b_exact) ** 2)

fig, (left, right) = plt.subplots(1, 2, figsize=(7.5, 3.6), layout="constrained")
left.plot(range(0, steps, 10), loss_of_sample[::10], ".", label="one sample")
left.plot(loss_of_all, linewidth=2, label="all ten samples")
left.axhline(loss_exact, color="C3", linestyle="--", label="least squares")
left.set(xlabel="updates", ylabel="loss", title="Loss, update by update")
right.plot(weights, biases, "C1", linewidth=2, label="path from zero")
right.plot(w_exact, b_exact, "C3*", markersize=12, label="least squares")
right.set(xlabel="weight w", ylabel="bias b", title="The path of w and b")
for ax in (left, right):
    ax.legend()
plt.show()

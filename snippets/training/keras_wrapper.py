"""One training twice: with TensorFlow alone, and with Keras on top of it."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
x = tf.random.uniform((200, 1), -1, 1)
y = tf.sin(3 * x)

model = tf.keras.Sequential()
model.add(tf.keras.Input((1,)))
model.add(tf.keras.layers.Dense(8, activation="tanh"))
model.add(tf.keras.layers.Dense(1))

# TensorFlow alone: keep the parameters, compute, differentiate, update
parameters = [tf.Variable(value) for value in model.get_weights()]
W1, b1, W2, b2 = parameters
loss_by_hand = []
for _ in range(40):
    with tf.GradientTape() as tape:
        y_pred = tf.tanh(x @ W1 + b1) @ W2 + b2
        loss = tf.reduce_mean((y_pred - y) ** 2)
    gradients = tape.gradient(loss, parameters)
    for parameter, gradient in zip(parameters, gradients):
        parameter.assign_sub(0.2 * gradient)
    loss_by_hand.append(loss.numpy().item())

# Keras does the same from the same weights
model.compile(optimizer=tf.keras.optimizers.SGD(0.2), loss="mse")
history = model.fit(x, y, batch_size=200, epochs=40, verbose=0)
loss_by_fit = history.history["loss"]

same_losses = np.allclose(loss_by_hand, loss_by_fit, atol=1e-5)
same_weights = all(
    np.allclose(by_hand, by_fit, atol=1e-5)
    for by_hand, by_fit in zip(parameters, model.get_weights())
)
print(f"loss at update 40, by hand:  {loss_by_hand[-1]:.4f}")
print(f"loss at update 40, by fit(): {loss_by_fit[-1]:.4f}")
print(f"same losses:  {same_losses}")
print(f"same weights: {same_weights}")

updates = range(1, 41)
fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.plot(updates, loss_by_hand, linewidth=5, alpha=0.5, label="TensorFlow alone")
ax.plot(updates, loss_by_fit, "k--", label="Keras: compile() and fit()")
ax.set(xlabel="updates", ylabel="loss", title="One training, written twice")
ax.legend()
plt.show()

"""A first network sees a thousand noisy points and finds the curve behind them."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
x = np.random.uniform(-3, 3, (1000, 1))
y = np.sin(x) + np.random.normal(0, 0.2, x.shape)

model = tf.keras.Sequential()
model.add(tf.keras.Input((1,)))
model.add(tf.keras.layers.Dense(16, activation="relu"))
model.add(tf.keras.layers.Dense(1))
model.compile(optimizer=tf.keras.optimizers.Adam(0.02), loss="mse")

loss_before = model.evaluate(x, y, verbose=0)
model.fit(x, y, epochs=12, verbose=0)
loss_after = model.evaluate(x, y, verbose=0)
loss_of_truth = np.mean((y - np.sin(x)) ** 2)
print(f"loss before training:   {loss_before:.2f}")
print(f"loss after training:    {loss_after:.2f}")
print(f"loss of the true curve: {loss_of_truth:.2f}")

grid = np.linspace(-3, 3, 61)[:, None]
curve = model.predict(grid, verbose=0)
fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.plot(x[:200], y[:200], ".", label="some of the points")
ax.plot(grid, np.sin(grid), "--", label="the true curve")
ax.plot(grid, curve, label="what the network learned")
ax.set(xlabel="x", ylabel="y", title="A first network")
ax.legend()
plt.show()

"""A loss of your own: one network predicts a low, a middle and a high value."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = rng.uniform(0, 4, (3000, 1))
y = np.sin(2 * x) + (0.1 + 0.2 * x) * rng.normal(size=x.shape)  # noise grows with x
x_train, x_test, y_train, y_test = x[:1000], x[1000:], y[:1000], y[1000:]


def quantile_loss(q):
    def loss(y_true, y_pred):
        error = y_true - y_pred
        return tf.reduce_mean(tf.maximum(q * error, (q - 1) * error), axis=-1)

    return loss


def train(loss):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((1,))])
    model.add(tf.keras.layers.Dense(32, activation="relu"))
    model.add(tf.keras.layers.Dense(32, activation="relu"))
    model.add(tf.keras.layers.Dense(1))
    model.compile(tf.keras.optimizers.Adam(0.01), loss)
    model.fit(x_train, y_train, batch_size=50, epochs=12, verbose=0)
    return model


below = {}
grid = np.linspace(0, 4, 101)[:, None]
fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
ax.plot(x_test[:300], y_test[:300], ".", color="grey", markersize=3)
for name, loss, style in [
    ("q = 0.9", quantile_loss(0.9), "--"),
    ("mse", "mse", "-"),
    ("q = 0.1", quantile_loss(0.1), ":"),
]:
    model = train(loss)
    below[name] = np.mean(y_test < model(x_test).numpy())
    print(f"{name:7}  test targets below the prediction: {below[name]:.2f}")
    ax.plot(grid, model(grid), style, linewidth=2, label=name)
ax.set(xlabel="x", ylabel="y")
ax.legend()
plt.show()

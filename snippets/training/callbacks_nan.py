"""A training that diverges: what the other callbacks see, and TerminateOnNaN."""

import numpy as np
import tensorflow as tf

x = np.arange(1.0, 11.0)[:, None]
y = 3 * x


def train(callback):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
    model.compile(tf.keras.optimizers.SGD(1.0), loss="mse")
    return model.fit(
        x, y, batch_size=5, epochs=60, callbacks=[callback], verbose=0
    ).history["loss"]


epochs = {}
for callback in [
    tf.keras.callbacks.EarlyStopping("loss", patience=20),
    tf.keras.callbacks.TerminateOnNaN(),
]:
    loss = train(callback)
    name = type(callback).__name__
    epochs[name] = len(loss)
    print(f"{name}: {len(loss)} epochs, losses", end=" ")
    print(*(f"{value:.0e}" for value in loss[:3]), "...", loss[-1])

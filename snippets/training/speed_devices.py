"""Two devices by hand: each takes half of a batch, then gradients are averaged."""

import numpy as np
import tensorflow as tf

X = np.random.default_rng(0).normal(size=(256, 5)).astype("float32")
y = (X[:, :1] * X[:, 1:2] > 0).astype("float32")
loss_function = tf.keras.losses.BinaryCrossentropy()


def train(devices):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((5,))])
    model.add(tf.keras.layers.Dense(8, activation="tanh"))
    model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
    optimizer = tf.keras.optimizers.SGD(0.5)
    epoch_losses = []
    for _ in range(5):
        losses = []
        for start in range(0, len(X), 64):
            batch = slice(start, start + 64)
            parts = zip(np.split(X[batch], devices), np.split(y[batch], devices))
            gradients = []
            for X_part, y_part in parts:  # at the same time, on real devices
                with tf.GradientTape() as tape:
                    loss = loss_function(y_part, model(X_part))
                losses.append(loss)
                gradients.append(tape.gradient(loss, model.trainable_variables))
            averages = [tf.reduce_mean(both, axis=0) for both in zip(*gradients)]
            optimizer.apply_gradients(zip(averages, model.trainable_variables))
        epoch_losses.append(np.mean(losses))
    return epoch_losses


one_device, two_devices = train(1), train(2)
for epoch, losses in enumerate(zip(one_device, two_devices), 1):
    print(f"epoch {epoch}:", *(f"{loss:.4f}" for loss in losses))
difference = np.abs(np.subtract(one_device, two_devices)).max()
print("differences below 1e-5:", difference < 1e-5)

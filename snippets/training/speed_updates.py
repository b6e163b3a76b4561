"""An epoch of larger batches is over sooner: how many does the training need?"""

import tensorflow as tf
from sklearn.datasets import make_friedman1

X, y = make_friedman1(2400, noise=1.0, random_state=0)
X = ((X - X[:2000].mean(axis=0)) / X[:2000].std(axis=0)).astype("float32")
y = ((y - y[:2000].mean()) / y[:2000].std()).astype("float32")
GOAL = 0.25


class StopAtGoal(tf.keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        self.model.stop_training = logs["val_loss"] < GOAL


def epochs_needed(batch_size, rate):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((10,))])
    model.add(tf.keras.layers.Dense(32, activation="relu"))
    model.add(tf.keras.layers.Dense(1))
    model.compile(tf.keras.optimizers.SGD(rate), loss="mse")
    loss = model.fit(
        X[:2000],
        y[:2000],
        batch_size,
        epochs=60,
        validation_data=(X[2000:], y[2000:]),
        validation_batch_size=400,
        callbacks=[StopAtGoal()],
        verbose=0,
    ).history["val_loss"]
    return len(loss)


epochs = {}
for batch_size, rate in [(20, 0.02), (200, 0.02), (200, 0.2)]:
    name = f"{batch_size} at {rate}"
    epochs[name] = epochs_needed(batch_size, rate)
    updates = epochs[name] * 2000 // batch_size
    print(f"batches of {batch_size}, rate {rate}:", end=" ")
    print(f"{epochs[name]} epochs, {updates} updates")

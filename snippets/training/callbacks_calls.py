"""A callback of one's own that writes down when fit() calls which method."""

import numpy as np
import tensorflow as tf


class Diary(tf.keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        print("train begins")

    def on_epoch_begin(self, epoch, logs=None):
        print(f"  epoch {epoch} begins")

    def on_train_batch_end(self, batch, logs=None):
        print(f"    batch {batch} ends:", *logs)

    def on_test_end(self, logs=None):
        print("    validation ends:", *logs)

    def on_epoch_end(self, epoch, logs=None):
        print(f"  epoch {epoch} ends:", *logs)

    def on_train_end(self, logs=None):
        print("train ends")


tf.keras.utils.set_random_seed(0)
X = np.random.default_rng(0).normal(size=(40, 2))
y = X[:, 0] > 0
model = tf.keras.Sequential([tf.keras.Input((2,))])
model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", metrics=["accuracy"])
model.fit(
    X,
    y,
    batch_size=20,
    epochs=2,
    validation_split=0.25,
    callbacks=[Diary()],
    verbose=0,
)

"""Weights alone in a .weights.h5 file, and what one missing option does to it."""

import logging

import numpy as np
import tensorflow as tf
from tensorflow.keras.callbacks import ModelCheckpoint

logging.getLogger("absl").setLevel("ERROR")  # it warns of the old HDF5 format
tf.keras.utils.set_random_seed(0)
x = np.linspace(-1, 1, 32)[:, None]
y = np.abs(x)


def build_model():
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((1,)))
    model.add(tf.keras.layers.Dense(8, activation="relu", name="hidden"))
    model.add(tf.keras.layers.Dense(1, name="output"))
    return model


model = build_model()
model.compile(tf.keras.optimizers.Adam(0.01), loss="mse")
weights = ModelCheckpoint(
    "best.weights.h5", save_best_only=True, save_weights_only=True
)
whole = ModelCheckpoint("whole.weights.h5", save_best_only=True)
model.fit(x, y, validation_data=(x, y), callbacks=[weights, whole], verbose=0)

# Weights go into a model that has the same layers
fresh = build_model()
fresh.load_weights("best.weights.h5")
same = np.allclose(fresh(x), model(x))
print("best.weights.h5 into a fresh model, same outputs:", same)

# The other file holds a whole model, whatever its name says
try:
    build_model().load_weights("whole.weights.h5")
except ValueError as error:
    message = str(error).splitlines()[2]
assert message == (
    "Layer 'hidden' expected 2 variables, but received 0 variables during "
    "loading. Expected: ['kernel', 'bias']"
)
print("whole.weights.h5, load_weights:", message, sep="\n  ")
try:
    tf.keras.models.load_model("whole.weights.h5")
except ValueError as error:
    message = str(error)
assert message == (
    "Could not deserialize 'keras.metrics.mse' because it is not a "
    "KerasSaveable subclass"
)
print("whole.weights.h5, load_model:", message, sep="\n  ")
rescued = tf.keras.models.load_model("whole.weights.h5", compile=False)
print("with compile=False, same outputs:", np.allclose(rescued(x), model(x)))

"""Without validation data "the best" is simply the last, even the worst."""

import warnings

import numpy as np
import tensorflow as tf
from tensorflow.keras.callbacks import ModelCheckpoint

tf.keras.utils.set_random_seed(0)
x = np.linspace(-1, 1, 32)[:, None]
y = 3 * x
model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
model.compile(tf.keras.optimizers.SGD(3.5), loss="mse")  # far too fast

by_default = ModelCheckpoint("default.keras", save_best_only=True)
by_loss = ModelCheckpoint("loss.keras", save_best_only=True, monitor="loss")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always", UserWarning)
    model.fit(x, y, epochs=4, callbacks=[by_default, by_loss], verbose=0)
messages = [str(warning.message) for warning in caught]
assert messages == ["Can save best model only with val_loss available."] * 4
print(f"{len(messages)} times:", messages[0])

# What each file holds
loss = {"in memory": model.evaluate(x, y, verbose=0)}
for checkpoint in [by_default, by_loss]:
    saved = tf.keras.models.load_model(checkpoint.filepath)
    loss[checkpoint.filepath] = saved.evaluate(x, y, verbose=0)
for name, value in loss.items():
    print(f"loss of the model {name:13} {value:5.2f}")
assert loss["default.keras"] == loss["in memory"] > loss["loss.keras"]

# A file name that asks for what is not there
try:
    named = ModelCheckpoint("{val_loss:.2f}.keras")
    model.fit(x, y, callbacks=[named], verbose=0)
except KeyError as error:
    message = error.args[0]
assert message.endswith("Reason: 'val_loss'")
print(message)

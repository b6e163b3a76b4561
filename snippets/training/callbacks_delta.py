"""EarlyStopping on a curve that is known: min_delta and start_from_epoch."""

import numpy as np
import tensorflow as tf

# A plateau, a fall, and then each epoch is better by 0.0001
epochs = np.arange(1, 101)
val_loss = 0.5 / (1 + np.exp((epochs - 40) / 3)) + 0.2 - 0.0001 * epochs


def stops_after(**settings):
    callback = tf.keras.callbacks.EarlyStopping(patience=5, **settings)
    model = tf.keras.Sequential()
    callback.set_model(model)
    model.stop_training = False
    callback.on_train_begin()
    for i, loss in enumerate(val_loss):  # as fit() would call it
        callback.on_epoch_end(i, {"val_loss": loss})
        if model.stop_training:
            break
    return i + 1


stop = {}
for name, settings in {
    "default": {},
    "min_delta": {"min_delta": 0.001},
    "both": {"min_delta": 0.001, "start_from_epoch": 30},
}.items():
    stop[name] = stops_after(**settings)
    print(f"{name:9}  {stop[name]:3} epochs", end=", ")
    print(f"validation loss {val_loss[stop[name] - 1]:.3f}")

"""Epochs that run out before the patience, and a training with nothing to watch."""

import warnings

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

X, y = load_diabetes(return_X_y=True, scaled=False)
X = (X - X[:100].mean(axis=0)) / X[:100].std(axis=0)
y = (y - y[:100].mean()) / y[:100].std()
train_set = tf.data.Dataset.from_tensor_slices((X[:100], y[:100]))
val_set = tf.data.Dataset.from_tensor_slices((X[100:200], y[100:200])).batch(100)

tf.keras.utils.set_random_seed(4)
model = tf.keras.Sequential()
model.add(tf.keras.Input((10,)))
model.add(tf.keras.layers.Dense(16, activation="relu"))
model.add(tf.keras.layers.Dense(1))
model.compile(tf.keras.optimizers.Adam(0.005), loss="mse")
stopping = tf.keras.callbacks.EarlyStopping(patience=20, restore_best_weights=True)
options = {"shuffle": False, "callbacks": [stopping], "verbose": 0}

# 25 epochs are over before the patience is
history = model.fit(
    train_set.shuffle(100).batch(16), validation_data=val_set, epochs=25, **options
)
val_loss = history.history["val_loss"]
left = model.evaluate(val_set, verbose=0)
best_epoch = int(np.argmin(val_loss)) + 1
print(f"trained {len(val_loss)} epochs, the best was epoch {best_epoch}")
print(f"best {min(val_loss):.3f}, last {val_loss[-1]:.3f}, the model {left:.3f}")

# Without validation data
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always", UserWarning)
    history = model.fit(train_set.batch(16), epochs=25, **options)
messages = {str(warning.message) for warning in caught}
assert messages == {
    "Early stopping conditioned on metric `val_loss` which is not available. "
    "Available metrics are: loss"
}
print(f"trained {len(history.epoch)} epochs, warned {len(caught)} times")

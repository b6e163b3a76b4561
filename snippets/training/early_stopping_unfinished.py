"""Epochs that end before the patience does, no validation data, and patience=0."""

import warnings

import tensorflow as tf
from sklearn.datasets import load_diabetes

X, y = load_diabetes(return_X_y=True, scaled=False)
X = (X - X[:100].mean(axis=0)) / X[:100].std(axis=0)
y = (y - y[:100].mean()) / y[:100].std()
train_set = tf.data.Dataset.from_tensor_slices((X[:100], y[:100]))
val_set = tf.data.Dataset.from_tensor_slices((X[100:200], y[100:200])).batch(100)


def train(patience, **options):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((10,)))
    model.add(tf.keras.layers.Dense(16, activation="relu"))
    model.add(tf.keras.layers.Dense(1))
    model.compile(tf.keras.optimizers.Adam(0.01), loss="mse")
    stopping = tf.keras.callbacks.EarlyStopping(
        patience=patience, restore_best_weights=True
    )
    history = model.fit(
        train_set.shuffle(100).batch(16),
        shuffle=False,  # the data set itself shuffles
        epochs=15,
        callbacks=[stopping],
        verbose=0,
        **options,
    )
    return model, history.history


# 15 epochs are over before a patience of 20 is
model, history = train(20, validation_data=val_set)
val_loss = history["val_loss"]
left = model.evaluate(val_set, verbose=0)
best_epoch = val_loss.index(min(val_loss)) + 1
print(f"trained {len(val_loss)} epochs, the best was epoch {best_epoch}")
print(f"best {min(val_loss):.3f}, last {val_loss[-1]:.3f}, the model {left:.3f}")

# Without validation data
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always", UserWarning)
    model, history = train(20)
messages = {str(warning.message) for warning in caught}
assert messages == {
    "Early stopping conditioned on metric `val_loss` which is not available. "
    "Available metrics are: loss"
}
print(f"trained {len(history['loss'])} epochs, warned {len(caught)} times")

# The default patience
for patience in [0, 1]:
    model, history = train(patience, validation_data=val_set)
    print(f"patience {patience}: stops after epoch {len(history['loss'])}")

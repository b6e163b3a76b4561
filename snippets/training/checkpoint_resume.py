"""A resumed training overwrites the best model, unless told the value to beat."""

import shutil

import tensorflow as tf
from sklearn.datasets import load_diabetes
from tensorflow.keras.callbacks import ModelCheckpoint

tf.keras.utils.set_random_seed(0)
X, y = load_diabetes(return_X_y=True, scaled=False)
X = (X - X[:100].mean(axis=0)) / X[:100].std(axis=0)
y = (y - y[:100].mean()) / y[:100].std()
train_set = tf.data.Dataset.from_tensor_slices((X[:100], y[:100]))
val_set = tf.data.Dataset.from_tensor_slices((X[100:200], y[100:200])).batch(100)

model = tf.keras.Sequential()
model.add(tf.keras.Input((10,)))
model.add(tf.keras.layers.Dense(16, activation="relu"))
model.add(tf.keras.layers.Dense(1))
model.compile(tf.keras.optimizers.Adam(0.01), loss="mse")


def go_on(epochs, callbacks):
    history = model.fit(
        train_set.shuffle(100).batch(16),
        shuffle=False,  # the data set itself shuffles
        epochs=epochs,
        validation_data=val_set,
        callbacks=callbacks,
        verbose=0,
    )
    return history.history["val_loss"]


# Train, break off, go on
best = min(go_on(30, [ModelCheckpoint("forgetful.keras", save_best_only=True)]))
shutil.copy("forgetful.keras", "told.keras")
forgetful = ModelCheckpoint("forgetful.keras", save_best_only=True)
told = ModelCheckpoint(
    "told.keras", save_best_only=True, initial_value_threshold=best
)
go_on(10, [forgetful, told])

loss = {}
print(f"best validation loss of the first training: {best:.3f}")
for name in ["forgetful", "told"]:
    saved = tf.keras.models.load_model(f"{name}.keras")
    loss[name] = saved.evaluate(val_set, verbose=0)
    print(f"{name}.keras now holds a model with {loss[name]:.3f}")

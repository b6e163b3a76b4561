"""A dataset that repeats never ends: fit() must be told how long an epoch is."""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
x = np.linspace(-1, 1, 100)[:, None]
dataset = tf.data.Dataset.from_tensor_slices((x, 3 * x)).batch(32).repeat()
endless = bool(dataset.cardinality() == tf.data.INFINITE_CARDINALITY)
print("endless:", endless)

model = tf.keras.Sequential()
model.add(tf.keras.Input((1,)))
model.add(tf.keras.layers.Dense(1))
model.compile(optimizer="sgd", loss="mse")

steps = np.ceil(100 / 32)
print("np.ceil(100 / 32) =", steps)
try:
    model.fit(dataset, epochs=2, steps_per_epoch=steps, shuffle=False, verbose=0)
except TypeError as error:
    message = str(error)
    print("TypeError:", message)
assert "cannot be interpreted as an integer" in message

steps = int(steps)
model.fit(dataset, epochs=2, steps_per_epoch=steps, shuffle=False, verbose=0)
updates = int(model.optimizer.iterations)
print(f"{steps} steps per epoch, 2 epochs: {updates} updates")

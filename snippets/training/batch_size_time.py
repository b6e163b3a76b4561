"""How long one update takes: 16 samples cost hardly more time than one."""

from time import perf_counter

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
X = rng.normal(size=(16, 30)).astype("float32")
y = (X[:, 0] > 0).astype("float32")

model = tf.keras.Sequential()
model.add(tf.keras.Input((30,)))
model.add(tf.keras.layers.Dense(8, activation="tanh"))
model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
model.compile(tf.keras.optimizers.SGD(0.1), "binary_crossentropy")


def seconds_per_update(batch_size):
    X_batch, y_batch = X[:batch_size], y[:batch_size]
    seconds = []
    for _ in range(200):
        start = perf_counter()
        model.train_on_batch(X_batch, y_batch)
        seconds.append(perf_counter() - start)
    return min(seconds)  # the update that nothing else on the computer delayed


less_than_twice = seconds_per_update(16) < 2 * seconds_per_update(1)
print("16 samples take less than twice as long as one:", less_than_twice)

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


def seconds(batch_size):
    start = perf_counter()
    model.train_on_batch(X[:batch_size], y[:batch_size])
    return perf_counter() - start


def times_as_long(batch_size, other):
    seconds(batch_size), seconds(other)  # makes the graphs
    # In turns: what slows the computer down slows both
    times = [(seconds(batch_size), seconds(other)) for _ in range(200)]
    shortest, shortest_other = np.min(times, axis=0)
    return shortest / shortest_other


less_than_twice = times_as_long(16, 1) < 2
print("16 samples take less than twice as long as one:", less_than_twice)

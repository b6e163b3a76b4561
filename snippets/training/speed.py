"""The fastest of many updates, for several settings: who is twice as fast?"""

from time import perf_counter

import numpy as np
import tensorflow as tf

X = np.random.default_rng(0).normal(size=(512, 30)).astype("float32")
y = (X[:, 0] > 0).astype("float32")


def make_update(batch_size, **settings):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((30,))])
    model.add(tf.keras.layers.Dense(16, activation="relu"))
    model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
    model.compile("sgd", "binary_crossentropy", **settings)
    return lambda: model.train_on_batch(X[:batch_size], y[:batch_size])


def times_as_long(update, other):
    times = []
    for _ in range(100):  # in turns: what slows the computer down slows both
        start = perf_counter()
        update()
        middle = perf_counter()
        other()
        times.append([middle - start, perf_counter() - middle])
    shortest, shortest_other = np.min(times, axis=0)
    return shortest / shortest_other


update = make_update(32)
large_batch = times_as_long(make_update(512), update) < 4
eager = times_as_long(make_update(32, run_eagerly=True), update) > 2
compiled = times_as_long(make_update(32, jit_compile=True), update) < 0.5
print("16 times the batch, less than 4 times the time:", large_batch)
print("run_eagerly takes more than twice as long:", eager)
print("jit_compile takes less than half as long:", compiled)

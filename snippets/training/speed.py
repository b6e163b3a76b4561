"""The fastest of many updates, for several settings: who is twice as fast?"""

from time import perf_counter

import numpy as np
import tensorflow as tf

X = np.random.default_rng(0).normal(size=(512, 30)).astype("float32")
y = (X[:, 0] > 0).astype("float32")


def seconds_per_update(batch_size, **settings):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((30,))])
    model.add(tf.keras.layers.Dense(16, activation="relu"))
    model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
    model.compile("sgd", "binary_crossentropy", **settings)
    X_batch, y_batch = X[:batch_size], y[:batch_size]
    times = []
    for _ in range(100):
        start = perf_counter()
        model.train_on_batch(X_batch, y_batch)
        times.append(perf_counter() - start)
    return min(times)  # the update that nothing else on the computer delayed


large_batch = seconds_per_update(512) < 4 * seconds_per_update(32)
eager = seconds_per_update(32, run_eagerly=True) > 2 * seconds_per_update(32)
compiled = seconds_per_update(32, jit_compile=True) < 0.5 * seconds_per_update(32)
print("16 times the batch, less than 4 times the time:", large_batch)
print("run_eagerly takes more than twice as long:", eager)
print("jit_compile takes less than half as long:", compiled)

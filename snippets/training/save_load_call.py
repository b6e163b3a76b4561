"""predict() and a call: the same numbers, another type, other costs."""

from time import perf_counter

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
model = tf.keras.Sequential([tf.keras.Input((4,))])
model.add(tf.keras.layers.Dense(16, activation="relu"))
model.add(tf.keras.layers.Dropout(0.5))
model.add(tf.keras.layers.Dense(3, activation="softmax"))
X = np.random.default_rng(0).normal(size=(1000, 4)).astype("float32")

called = model(X)
predicted = model.predict(X, verbose=0)
assert np.allclose(called, predicted, atol=1e-6)
print("predict():", type(predicted).__name__, predicted.shape)
print("call:     ", type(called).__name__, called.shape)


def seconds(function, *inputs):
    function(inputs[0])
    start = perf_counter()
    for one in inputs:
        function(one)
    return perf_counter() - start


# Twenty samples, one at a time
singles = [X[i : i + 1] for i in range(20)]


def predict(x):
    return model.predict(x, verbose=0)


slow = seconds(predict, *singles) > 3 * seconds(model, *singles)
print("one at a time, predict() takes more than three times as long:", slow)

# Dropout is off in both, unless training=True is passed
same_again = np.allclose(model(X), called)
same_training = np.allclose(model(X, training=True), called)
print("called again, same output:      ", same_again)
print("with training=True, same output:", same_training)

"""What Keras says when labels and loss do not fit, and when it says nothing."""

from textwrap import fill

import numpy as np
import tensorflow as tf

X = np.zeros((6, 4))
numbers = np.array([0, 1, 2, 0, 1, 2])
one_hot = tf.keras.utils.to_categorical(numbers)


def fit(y, loss, **options):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((4,)))
    model.add(tf.keras.layers.Dense(3, activation="softmax"))
    model.compile(loss=loss, **options)
    return model.fit(X, y, verbose=0).history["loss"][0]


attempts = [
    (
        "one-hot labels",
        one_hot,
        "sparse_categorical_crossentropy",
        "Argument `output` must have rank (ndim) `target.ndim - 1`.",
    ),
    (
        "class numbers",
        numbers,
        "categorical_crossentropy",
        "Arguments `target` and `output` must have the same rank (ndim).",
    ),
    (
        "class numbers from 1",
        numbers + 1,
        "sparse_categorical_crossentropy",
        "Received a label value of 3 which is outside the valid range of [0, 3).",
    ),
]
for name, y, loss, expected in attempts:
    try:
        fit(y, loss)
    except (ValueError, tf.errors.InvalidArgumentError) as error:
        assert expected in str(error)  # TensorFlow adds a long list of places
        print(f"{name}, {loss}:")
        print(fill(expected, 76, initial_indent="  ", subsequent_indent="  "))

# The last labels again, compiled as Keras does by default where there is a GPU
value = fit(numbers + 1, "sparse_categorical_crossentropy", jit_compile=True)
assert np.isnan(value)
print(f"class numbers from 1, jit_compile=True: no error, loss {value}")

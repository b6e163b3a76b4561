"""What Keras says when the labels and the loss do not fit each other."""

from textwrap import fill

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
X = np.zeros((6, 4))
numbers = np.array([0, 1, 2, 0, 1, 2])
one_hot = tf.keras.utils.to_categorical(numbers)
attempts = [
    (
        "one-hot labels",
        one_hot,
        "sparse_categorical_crossentropy",
        "Argument `output` must have rank (ndim) `target.ndim - 1`. "
        "Received: target.shape=(None, 3), output.shape=(None, 3)",
    ),
    (
        "class numbers",
        numbers,
        "categorical_crossentropy",
        "Arguments `target` and `output` must have the same rank (ndim). "
        "Received: target.shape=(None,), output.shape=(None, 3)",
    ),
    (
        "class numbers from 1",
        numbers + 1,
        "sparse_categorical_crossentropy",
        "Received a label value of 3 which is outside the valid range of [0, 3).",
    ),
]
for name, y, loss, expected in attempts:
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((4,)))
    model.add(tf.keras.layers.Dense(3, activation="softmax"))
    model.compile(loss=loss)
    try:
        model.fit(X, y, verbose=0)
    except (ValueError, tf.errors.InvalidArgumentError) as error:
        assert expected in str(error)  # TensorFlow adds a long list of places
        print(f"{name}, {loss}:")
        print(fill(expected, 76, initial_indent="  ", subsequent_indent="  "))

"""The same layers built for three widths of input, and a call that does not fit."""

import tensorflow as tf


def build(width):
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Dense(16, activation="relu", name="first"))
    model.add(tf.keras.layers.Dense(32, activation="relu", name="second"))
    model.build((None, width))
    return model


tf.keras.utils.set_random_seed(0)
parameters = {}
print("width  first  second  total")
for width in [4, 6, 100]:
    model = build(width)
    first, second = (layer.count_params() for layer in model.layers)
    parameters[width] = first + second
    print(f"{width:5} {first:6} {second:7} {parameters[width]:6}")

layer = tf.keras.layers.Dense(16)
layer(tf.zeros((2, 4)))  # settles the width
layer(tf.zeros((9, 4)))  # the number of samples stays free
try:
    layer(tf.zeros((2, 6)))
except ValueError as error:
    message = str(error)
    print("\nValueError:", message)
assert "expected axis -1 of input shape to have value 4" in message

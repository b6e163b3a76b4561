"""Count the parameters of a stack of Dense layers, and let Keras count them too."""

from itertools import pairwise

import tensorflow as tf


def count_by_layer(sizes):
    return [inputs * units + units for inputs, units in pairwise(sizes)]


tf.keras.utils.set_random_seed(0)
sizes = [784, 50, 50, 10]
model = tf.keras.Sequential([tf.keras.Input((sizes[0],))])
for units in sizes[1:-1]:
    model.add(tf.keras.layers.Dense(units, activation="tanh"))
model.add(tf.keras.layers.Dense(sizes[-1], activation="softmax"))

by_layer = count_by_layer(sizes)
total = sum(by_layer)
share_of_first = by_layer[0] / total
assert by_layer == [layer.count_params() for layer in model.layers]
assert total == model.count_params()
print("parameters by layer:", *by_layer)
print(f"total: {total}")
print(f"share of the first layer: {share_of_first:.0%}")

without_hidden = sum(count_by_layer([784, 10]))
print(f"without hidden layers: {without_hidden}")

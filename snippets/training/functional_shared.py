"""Two inputs through one shared layer, and through two layers of their own."""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_iris


def distance_model(shared):
    first, second = tf.keras.Input((4,)), tf.keras.Input((4,))
    layer = tf.keras.layers.Dense(16, activation="tanh")
    other = layer if shared else tf.keras.layers.Dense(16, activation="tanh")
    difference = layer(first) - other(second)
    distance = tf.keras.ops.sum(difference**2, axis=1)
    return tf.keras.Model(inputs=[first, second], outputs=distance)


tf.keras.utils.set_random_seed(1)
X = load_iris().data
a, b = X[:50], X[50:100]
parameters, symmetric, zero = {}, {}, {}
for name, shared in [("shared", True), ("separate", False)]:
    model = distance_model(shared)
    parameters[name] = model.count_params()
    symmetric[name] = np.allclose(model([a, b]), model([b, a]))
    zero[name] = np.allclose(model([a, a]), 0)
    print(f"{name}: {parameters[name]} parameters")
    print(f"  same in both directions: {symmetric[name]}")
    print(f"  zero from a to a:        {zero[name]}")

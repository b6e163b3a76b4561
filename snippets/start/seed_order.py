"""A seed starts a sequence: the second layer draws what the first has left."""

import numpy as np
import tensorflow as tf


def new_kernel(initializer="glorot_uniform"):
    layer = tf.keras.layers.Dense(3, kernel_initializer=initializer)
    layer.build((None, 2))
    return layer.kernel.numpy()


tf.keras.utils.set_random_seed(1)
first = new_kernel()
second = new_kernel()
print("two layers after one seed:      ", np.array_equal(first, second))

tf.keras.utils.set_random_seed(1)
again = new_kernel()
print("seed set again before the layer:", np.array_equal(first, again))

GlorotUniform = tf.keras.initializers.GlorotUniform
one, two = new_kernel(GlorotUniform(seed=1)), new_kernel(GlorotUniform(seed=1))
print("initializer with a seed:        ", np.array_equal(one, two))

shared = GlorotUniform()
twins = np.array_equal(new_kernel(shared), new_kernel(shared))
print("one initializer for two layers: ", twins)
assert twins and not np.array_equal(first, second)

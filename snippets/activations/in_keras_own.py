"""An activation function of one's own, saved and loaded with its model."""

import numpy as np
import tensorflow as tf

X = np.random.default_rng(0).normal(size=(50, 3))


def squared_relu(z):
    return tf.square(tf.nn.relu(z))


@tf.keras.utils.register_keras_serializable(package="own")
def registered(z):
    return tf.square(tf.nn.relu(z))


def load(function, **settings):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((3,))])
    model.add(tf.keras.layers.Dense(8, activation=function))
    model.save("own.keras")
    loaded = tf.keras.models.load_model("own.keras", **settings)
    return np.array_equal(loaded(X), model(X))


try:
    load(squared_relu)
except TypeError as error:
    start = str(error).index("Could not locate")
    message = str(error)[start:].splitlines()[0]
    print("own function:", *message.split(". ")[:2], sep="\n  ")

same = load(squared_relu, custom_objects={"squared_relu": squared_relu})
print("with custom_objects, same outputs:", same)
same_registered = load(registered)
print("registered, same outputs:         ", same_registered)
assert same and same_registered

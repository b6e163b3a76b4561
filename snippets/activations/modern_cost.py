"""The parameters of a hidden layer, by its activation function."""

import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(0)


def swiglu(inputs, units):
    gate = layers.Dense(units, activation="silu")(inputs)
    return layers.Multiply()([gate, layers.Dense(units)(inputs)])


def count(hidden):
    inputs = tf.keras.Input((64,))
    outputs = layers.Dense(64)(hidden(inputs))
    return tf.keras.Model(inputs, outputs).count_params()


def prelu(inputs):
    return layers.PReLU()(layers.Dense(64)(inputs))


parameters = {
    "relu": count(layers.Dense(64, activation="relu")),
    "gelu": count(layers.Dense(64, activation="gelu")),
    "PReLU": count(prelu),
    "SwiGLU": count(lambda inputs: swiglu(inputs, 64)),
    "SwiGLU, 43 units": count(lambda inputs: swiglu(inputs, 43)),
}
for name, number in parameters.items():
    print(f"{name:16}  {number:6,} parameters")

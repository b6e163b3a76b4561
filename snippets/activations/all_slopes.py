"""The slopes that Keras computes, and the formulas that give the same."""

import numpy as np
import tensorflow as tf
from scipy.stats import norm


def logistic(z):
    return 1 / (1 + np.exp(-z))


derivatives = {  # named as in tf.keras.activations
    "linear": np.ones_like,
    "sigmoid": lambda z: logistic(z) * (1 - logistic(z)),
    "tanh": lambda z: 1 - np.tanh(z) ** 2,
    "relu": lambda z: (z > 0) * 1.0,
    "leaky_relu": lambda z: np.where(z > 0, 1, 0.2),
    "elu": lambda z: np.where(z > 0, 1, np.exp(z)),
    "softplus": logistic,
    "silu": lambda z: logistic(z) * (1 + z * (1 - logistic(z))),
    "gelu": lambda z: norm.cdf(z) + z * norm.pdf(z),
}
z = np.linspace(-4, 4, 401)
slope_left, slope_largest, lowest, agrees = {}, {}, {}, {}
print("              slope at -3   largest slope   lowest value   same as formula")
for name, derivative in derivatives.items():
    z_variable = tf.Variable(z)
    with tf.GradientTape() as tape:
        activation = getattr(tf.keras.activations, name)(z_variable)
    slope = tape.gradient(activation, z_variable).numpy()
    slope_left[name] = slope[50]  # z[50] is -3
    slope_largest[name] = slope.max()
    lowest[name] = activation.numpy().min()
    agrees[name] = np.allclose(slope, derivative(z), atol=1e-5)
    print(
        f"{name:12}{slope_left[name]:13.2f}{slope_largest[name]:16.2f}"
        f"{lowest[name]:15.2f}{agrees[name]!s:>18}"
    )

layer_slope = tf.keras.layers.LeakyReLU().negative_slope
print(f"LeakyReLU() as a layer: slope {layer_slope} on the left")

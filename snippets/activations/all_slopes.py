"""The slopes that Keras computes, and the formulas that give the same."""

import numpy as np
import tensorflow as tf
from scipy.special import expit  # the logistic function
from scipy.stats import norm

activations = tf.keras.activations
functions = {  # the function in Keras, and a formula for its derivative
    "linear": (activations.linear, np.ones_like),
    "sigmoid": (activations.sigmoid, lambda z: expit(z) * (1 - expit(z))),
    "tanh": (activations.tanh, lambda z: 1 - np.tanh(z) ** 2),
    "relu": (activations.relu, lambda z: np.where(z > 0, 1, 0)),
    "leaky_relu": (activations.leaky_relu, lambda z: np.where(z > 0, 1, 0.2)),
    "elu": (activations.elu, lambda z: np.where(z > 0, 1, np.exp(z))),
    "softplus": (activations.softplus, expit),
    "silu": (activations.silu, lambda z: expit(z) * (1 + z * (1 - expit(z)))),
    "gelu": (activations.gelu, lambda z: norm.cdf(z) + z * norm.pdf(z)),
}
z = np.linspace(-20, 20, 4001)  # wide enough to show what the slopes approach
slope_left, slope_smallest, slope_largest, lowest, agrees = {}, {}, {}, {}, {}
print("            slope at -3   smallest   largest   same as formula")
for name, (function, derivative) in functions.items():
    z_variable = tf.Variable(z)
    with tf.GradientTape() as tape:
        activation = function(z_variable)
    slope = tape.gradient(activation, z_variable).numpy()
    slope_left[name] = slope[1700]  # z[1700] is -3
    slope_smallest[name], slope_largest[name] = slope.min(), slope.max()
    agrees[name] = np.allclose(slope, derivative(z), atol=1e-5)
    if name in ["silu", "gelu"]:
        lowest[name] = activation.numpy().min()
    print(
        f"{name:11}{slope_left[name]:12.2f}{slope_smallest[name]:11.2f}"
        f"{slope_largest[name]:10.2f}{agrees[name]!s:>18}"
    )
print(f"lowest value: silu {lowest['silu']:.2f}, gelu {lowest['gelu']:.2f}")

layer_slope = tf.keras.layers.LeakyReLU().negative_slope
print(f"LeakyReLU() as a layer: slope {layer_slope} on the left")

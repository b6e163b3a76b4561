"""Activation functions in one figure, each with its derivative beneath."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from scipy.special import expit  # the logistic function
from scipy.stats import norm

keras_functions = tf.keras.activations
functions = {  # in NumPy and, except for the step, in Keras
    "step": (lambda z: np.where(z > 0, 1.0, 0.0), None),
    "linear": (lambda z: z, keras_functions.linear),
    "logistic": (expit, keras_functions.sigmoid),
    "tanh": (np.tanh, keras_functions.tanh),
    "ReLU": (lambda z: np.maximum(0, z), keras_functions.relu),
    "leaky ReLU": (
        lambda z: np.where(z > 0, z, 0.2 * z),
        keras_functions.leaky_relu,
    ),
    "ELU": (lambda z: np.where(z > 0, z, np.expm1(z)), keras_functions.elu),
    "softplus": (lambda z: np.logaddexp(0, z), keras_functions.softplus),
    "SiLU": (lambda z: z * expit(z), keras_functions.silu),
    "GELU": (lambda z: z * norm.cdf(z), keras_functions.gelu),
}
z = np.linspace(-4, 4, 400)  # an even number, so that no point is exactly 0

agrees = {}
for name, (function, keras_function) in functions.items():
    if keras_function is not None:
        agrees[name] = np.allclose(function(z), keras_function(z), atol=1e-5)
print(f"{sum(agrees.values())} of {len(agrees)} agree with tf.keras.activations")

# Two families a row, functions above and slopes beneath
families = [["step", "linear"], ["logistic", "tanh"]]
families += [["ReLU", "leaky ReLU", "ELU"], ["softplus", "SiLU", "GELU"]]
h = 1e-6
fig, axes = plt.subplots(4, 2, figsize=(6.6, 9), sharex=True, layout="constrained")
for k, family in enumerate(families):
    row, column = 2 * (k // 2), k % 2
    top, bottom = axes[row, column], axes[row + 1, column]
    for name, style in zip(family, ["-", "--", ":"]):
        function, _ = functions[name]
        slope = (function(z + h) - function(z - h)) / (2 * h)
        top.plot(z, function(z), style, label=name)
        bottom.plot(z, slope, style, label=name)
    top.set(ylim=(-1.3, 3), title="functions")
    bottom.set(ylim=(-0.2, 1.3), title="their derivatives", xlabel="net input z")
    top.legend()
plt.show()

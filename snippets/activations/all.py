"""Activation functions in one figure, each with its derivative beneath."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from scipy.stats import norm


def logistic(z):
    return 1 / (1 + np.exp(-z))


functions = {
    "step": lambda z: np.where(z > 0, 1.0, 0.0),
    "linear": lambda z: z,
    "logistic": logistic,
    "tanh": np.tanh,
    "ReLU": lambda z: np.maximum(0, z),
    "leaky ReLU": lambda z: np.where(z > 0, z, 0.2 * z),
    "ELU": lambda z: np.where(z > 0, z, np.exp(z) - 1),
    "softplus": lambda z: np.log(1 + np.exp(z)),
    "SiLU": lambda z: z * logistic(z),
    "GELU": lambda z: z * norm.cdf(z),
}
z = np.linspace(-4, 4, 400)  # an even number, so no point is the corner at 0

# Keras has all of them but the step
agrees = {}
for name in list(functions)[1:]:
    keras_name = "sigmoid" if name == "logistic" else name.lower().replace(" ", "_")
    activation = getattr(tf.keras.activations, keras_name)(z)
    agrees[name] = np.allclose(functions[name](z), activation, atol=1e-5)
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
        function = functions[name]
        top.plot(z, function(z), style, label=name)
        bottom.plot(
            z, (function(z + h) - function(z - h)) / (2 * h), style, label=name
        )
    top.set(ylim=(-1.3, 3), title="functions")
    bottom.set(ylim=(-0.2, 1.3), title="their derivatives", xlabel="net input z")
    top.legend()
plt.show()

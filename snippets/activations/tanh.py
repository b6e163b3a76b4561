"""tanh is a logistic function, stretched to (-1, 1) and squeezed by two."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from scipy.optimize import brentq
from scipy.special import expit  # the logistic function

z = np.linspace(-5, 5, 201)
rescaled = 2 * expit(2 * z) - 1
same_function = np.allclose(rescaled, np.tanh(z), rtol=0, atol=1e-12)
tensorflow_agrees = np.allclose(tf.keras.activations.tanh(z), np.tanh(z), atol=1e-6)
print("2 logistic(2z) - 1 is tanh(z):   ", same_function)
print("tf.keras.activations.tanh agrees:", tensorflow_agrees)

# The mean output for net inputs drawn around zero
net_inputs = np.random.default_rng(3).normal(size=100_000)
mean_tanh, mean_logistic = np.tanh(net_inputs).mean(), expit(net_inputs).mean()
print(f"mean output: tanh {mean_tanh:.2f}, logistic {mean_logistic:.2f}")


# Slopes: steeper in the middle, flatter outside
def tanh_slope(z):
    return 1 - np.tanh(z) ** 2


def logistic_slope(z):
    return expit(z) * (1 - expit(z))


slope_of_tanh, slope_of_logistic = {}, {}
for point in [0, 2, 5]:
    slope_of_tanh[point] = tanh_slope(point)
    slope_of_logistic[point] = logistic_slope(point)
    print(
        f"slope at z = {point}: tanh {slope_of_tanh[point]:.4f}, "
        f"logistic {slope_of_logistic[point]:.4f}"
    )
crossing = brentq(lambda z: tanh_slope(z) - logistic_slope(z), 1, 3)
print(f"the slopes are equal at z = {crossing:.3f}")

fig, (left, right) = plt.subplots(1, 2, figsize=(6.6, 3.2), layout="constrained")
left.plot(z, np.tanh(z), label="tanh")
left.plot(z, expit(z), "--", label="logistic")
left.plot(
    z[::10], rescaled[::10], "o", color="black", markersize=4, label="2σ(2z) − 1"
)
right.plot(z, tanh_slope(z), label="tanh")
right.plot(z, logistic_slope(z), "--", label="logistic")
left.set(xlabel="net input z", title="functions")
right.set(xlabel="net input z", title="their derivatives")
left.legend()
right.legend()
plt.show()

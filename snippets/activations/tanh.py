"""tanh is a logistic function, stretched to (-1, 1) and squeezed by two."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf


def logistic(z):
    return 1 / (1 + np.exp(-z))


z = np.linspace(-5, 5, 201)
tanh = np.tanh(z)
rescaled = 2 * logistic(2 * z) - 1
same_function = np.allclose(rescaled, tanh, rtol=0, atol=1e-12)
tensorflow_agrees = np.allclose(tf.keras.activations.tanh(z), tanh, atol=1e-6)
print("2 logistic(2z) - 1 is tanh(z):   ", same_function)
print("tf.keras.activations.tanh agrees:", tensorflow_agrees)

# Slopes: steeper in the middle, flatter outside
tanh_slope = 1 - tanh**2
logistic_slope = logistic(z) * (1 - logistic(z))
slope_of_tanh, slope_of_logistic = {}, {}
for point in [0, 2, 5]:
    slope_of_tanh[point] = np.interp(point, z, tanh_slope)
    slope_of_logistic[point] = np.interp(point, z, logistic_slope)
    print(
        f"slope at z = {point}: tanh {slope_of_tanh[point]:.4f}, "
        f"logistic {slope_of_logistic[point]:.4f}"
    )
crossing = z[(z > 0) & (tanh_slope < logistic_slope)][0]
print(f"tanh is the flatter one from z = {crossing:.2f}")

fig, (left, right) = plt.subplots(1, 2, figsize=(6.6, 3.2), layout="constrained")
left.plot(z, tanh, label="tanh")
left.plot(z, logistic(z), "--", label="logistic")
left.plot(
    z[::10], rescaled[::10], "o", color="black", markersize=4, label="2σ(2z) − 1"
)
right.plot(z, tanh_slope, label="tanh")
right.plot(z, logistic_slope, "--", label="logistic")
left.set(xlabel="net input z", title="functions")
right.set(xlabel="net input z", title="their derivatives")
left.legend()
right.legend()
plt.show()

"""Softmax makes shares of one whole; separate logistic functions do not."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from scipy.special import expit


def softmax(z):
    exponentials = np.exp(z)
    return exponentials / np.sum(exponentials)


# Net inputs of three output units: a row of W is a unit, its bias comes first
W = np.array([[1.1, 1.2, 0.8, 0.4], [0.2, 0.4, 1.0, 0.2], [0.6, 1.5, 1.2, 0.7]])
a = np.array([1, 0.1, 0.4, 0.6])
z = W @ a

separate = expit(z)  # the logistic function, unit by unit
probability = softmax(z)
sums = {}
print("net inputs:", *(f"{value:8.4f}" for value in z))
for name, output in {"logistic": separate, "softmax": probability}.items():
    sums[name] = output.sum()
    print(f"{name:11}", *(f"{p:8.4f}" for p in output), f"  sum {sums[name]:.4f}")
agrees = np.allclose(probability, tf.keras.activations.softmax(z))
print("same as tf.keras.activations.softmax:", agrees)

# Draw them side by side
position = np.arange(3)
fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.bar(position - 0.2, separate, 0.4, label="logistic, one by one", hatch="//")
ax.bar(position + 0.2, probability, 0.4, label="softmax, all together")
ax.set_xticks(position, ["class 1", "class 2", "class 3"])
ax.set(ylabel="output", ylim=(0, 1.3), title="Three net inputs, two ways")
ax.legend(ncols=2)
plt.show()

"""Softmax with a temperature: from nearly equal shares to the one-hot argmax."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import softmax

z = np.array([1.78, 0.76, 1.65])
share, largest_slope = {}, {}
print("temperature      shares                    largest slope")
for temperature in [10, 1, 0.5, 0.1, 0.01]:
    p = softmax(z / temperature)
    jacobian = (np.diag(p) - np.outer(p, p)) / temperature  # dp_i / dz_k
    share[temperature] = p
    largest_slope[temperature] = jacobian.max()
    shares = "  ".join(f"{value:.4f}" for value in p)
    print(f"T = {temperature:5}      {shares} {largest_slope[temperature]:14.4f}")
one_hot = np.eye(3)[np.argmax(z)]
print("argmax         ", "  ".join(f"{value:.4f}" for value in one_hot))

# Lower the temperature from left to right
temperatures = np.geomspace(10, 0.01, 61)
curves = np.array([softmax(z / temperature) for temperature in temperatures])
fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
for k, style in enumerate(["-", ":", "--"]):
    ax.plot(temperatures, curves[:, k], style, label=f"net input {z[k]}")
ax.set_xscale("log")
ax.set_xticks([10, 1, 0.1, 0.01], ["10", "1", "0.1", "0.01"])
ax.set(xlim=(10, 0.01), xlabel="temperature T", ylabel="share")
ax.set_title("Softmax cools down to argmax")
ax.legend()
plt.show()

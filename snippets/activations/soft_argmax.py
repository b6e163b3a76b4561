"""Softmax with a temperature: from nearly equal shares to the one-hot argmax."""

import matplotlib.pyplot as plt
import numpy as np


def softmax(z, temperature=1.0):
    exponentials = np.exp((z - np.max(z)) / temperature)  # no overflow: all <= 1
    return exponentials / np.sum(exponentials)


z = np.array([1.78, 0.76, 1.65])
share = {}
for temperature in [10, 1, 0.5, 0.1, 0.01]:
    share[temperature] = softmax(z, temperature)
    print(f"T = {temperature:5}:", *(f"{p:.4f}" for p in share[temperature]))
one_hot = np.eye(3)[np.argmax(z)]
print("argmax:   ", *(f"{p:.4f}" for p in one_hot))

# Cool down from left to right
temperatures = np.geomspace(10, 0.01, 61)
curves = np.array([softmax(z, temperature) for temperature in temperatures])
fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
for k, style in enumerate(["-", ":", "--"]):
    ax.plot(temperatures, curves[:, k], style, label=f"net input {z[k]}")
ax.set_xscale("log")
ax.set_xticks([10, 1, 0.1, 0.01], ["10", "1", "0.1", "0.01"])
ax.set(xlim=(10, 0.01), xlabel="temperature T", ylabel="share")
ax.set_title("Softmax cools down to argmax")
ax.legend()
plt.show()

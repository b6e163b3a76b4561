"""Softmax with a temperature: the same net inputs, sharper or flatter."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import softmax

z = np.array([2.0, 1.0, 0.5, -1.0])
temperature = 1.0

exponentials = np.exp((z - z.max()) / temperature)
probability = exponentials / exponentials.sum()
assert np.allclose(probability, softmax(z / temperature))
largest, smallest = probability.max(), probability.min()
entropy = -np.sum(probability * np.log(probability))
print("probabilities:", *(f"{p:.4f}" for p in probability))
print(f"entropy {entropy:.3f}, at most {np.log(len(z)):.3f}")

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.bar(range(len(z)), probability)
ax.set(xlabel="class", ylabel="probability", xticks=range(len(z)), ylim=(0, 1))
plt.show()

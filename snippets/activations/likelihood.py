"""The likelihood of coin tosses; cross entropy is minus its logarithm."""

import matplotlib.pyplot as plt
import numpy as np

y = np.array([1, 1, 0, 1, 1, 0, 1, 1, 0, 1])  # heads is 1: seven of ten
p = np.linspace(0.01, 0.99, 99)  # the probability of heads that a model predicts

probability = np.where(y[:, np.newaxis] == 1, p, 1 - p)  # of each toss
likelihood = probability.prod(axis=0)
cross_entropy = -np.log(probability).mean(axis=0)
most_likely = float(p[likelihood.argmax()])
lowest_loss = float(p[cross_entropy.argmin()])
print(f"highest likelihood at p = {most_likely:.2f}")
print(f"lowest cross entropy at p = {lowest_loss:.2f}: {cross_entropy.min():.4f}")

# The product of many probabilities becomes 0, the sum of their logarithms does not
many = np.repeat(probability[:, 69], 1000)
print(f"10,000 tosses: product {many.prod()}, mean loss {-np.log(many).mean():.4f}")

fig, axes = plt.subplots(1, 2, figsize=(7, 3), layout="constrained")
axes[0].plot(p, likelihood)
axes[1].plot(p, cross_entropy)
for ax, title in zip(axes, ["likelihood", "cross entropy"]):
    ax.axvline(0.7, color="gray", linewidth=0.8, linestyle="--")
    ax.set(xlabel="predicted probability p", title=title)
plt.show()

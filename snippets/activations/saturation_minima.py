"""Three samples, one weight: how many minima has each loss?"""

import matplotlib.pyplot as plt
import numpy as np

x = np.array([0.1, 1, 10])
y = np.array([0, 1, 0])
w = np.linspace(-3, 7, 1001)
z = np.outer(w, x)  # one row for each weight, one column for each sample
losses = {
    "squared error": np.mean((1 / (1 + np.exp(-z)) - y) ** 2, axis=1),
    "cross entropy": np.mean(np.logaddexp(0, np.where(y == 1, -z, z)), axis=1),
}

minima = {}
fig, axes = plt.subplots(1, 2, figsize=(7, 3.2), layout="constrained")
for ax, (name, loss) in zip(axes, losses.items()):
    lowest = (loss[1:-1] < loss[:-2]) & (loss[1:-1] < loss[2:])
    minima[name] = w[1:-1][lowest]
    print(f"{name}: minima at w =", *(f"{place:.1f}" for place in minima[name]))
    ax.plot(w, loss)
    ax.plot(minima[name], np.interp(minima[name], w, loss), "o", color="black")
    ax.set(xlabel="weight w", title=name)
axes[0].set_ylabel("loss")
fig.suptitle("Loss of three samples")
plt.show()

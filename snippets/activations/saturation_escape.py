"""The way back from z = -10: a few updates, or thousands, depending on the loss."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit

gradients = {  # with respect to z; the target is 1
    "squared error": lambda p: 2 * (p - 1) * p * (1 - p),
    "cross entropy": lambda p: p - 1,
}

updates = {}
fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
for (name, gradient), style in zip(gradients.items(), ["-", "--"]):
    z, outputs = -10.0, []
    for _ in range(20_000):
        p = expit(z)
        outputs.append(p)
        z -= gradient(p)  # gradient descent with learning rate 1
    updates[name] = int(np.argmax(np.array(outputs) > 0.5))
    print(f"{name}: output above 0.5 after {updates[name]} updates")
    ax.plot(range(1, 20_000), outputs[1:], style, label=name)
ax.set(xlabel="updates", ylabel="output p", title="The way back from z = −10")
ax.set_xscale("log")
ax.set_xticks([1, 10, 100, 1000, 10_000], ["1", "10", "100", "1000", "10000"])
ax.legend()
plt.show()

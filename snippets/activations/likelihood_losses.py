"""Which prediction minimises a loss if seven labels in ten are 1?"""

import matplotlib.pyplot as plt
import numpy as np

share = 0.7  # of the labels that are 1
p = np.linspace(0.001, 0.999, 999)  # the prediction
losses = {  # the loss for a label of 1, and for a label of 0
    "cross entropy": (-np.log(p), -np.log(1 - p)),
    "squared error": ((1 - p) ** 2, p**2),
    "absolute error": (1 - p, p),
}
best = {}
fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
for (name, (if_1, if_0)), style in zip(losses.items(), ["-", "--", ":"]):
    expected = share * if_1 + (1 - share) * if_0
    best[name] = float(p[expected.argmin()])
    print(f"{name:14} lowest at p = {best[name]:.2f}")
    ax.plot(p, expected, style, label=name)

entropy = -(share * np.log(share) + (1 - share) * np.log(1 - share))
lowest = float((share * -np.log(p) + (1 - share) * -np.log(1 - p)).min())
print(f"lowest cross entropy {lowest:.4f}, entropy of the labels {entropy:.4f}")

ax.set(xlabel="predicted probability p", ylabel="mean loss", ylim=(0, 2))
ax.legend()
plt.show()

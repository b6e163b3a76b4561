"""Cross entropy from probabilities and from logits, with 32-bit numbers."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import log_softmax


def softmax(z):
    exponentials = np.exp(z - z.max(axis=-1, keepdims=True))  # no overflow
    return exponentials / exponentials.sum(axis=-1, keepdims=True)


def loss_from_probability(z):
    with np.errstate(divide="ignore"):  # the logarithm of 0
        return -np.log(softmax(z)[..., 0])


def loss_clipped(z):
    return -np.log(np.clip(softmax(z), 1e-7, 1 - 1e-7)[..., 0])


def loss_from_logits(z):
    top = z.max(axis=-1)
    exponentials = np.exp(z - top[..., np.newaxis])
    return top + np.log(exponentials.sum(axis=-1)) - z[..., 0]


# Three logits; the first class is the true one, and the third is far ahead
print("logits                 log of softmax    clipped   from logits")
for scale in [1, 10, 100, 1000]:
    z = scale * np.array([-1, 1, 2], dtype=np.float32)
    losses = loss_from_probability(z), loss_clipped(z), loss_from_logits(z)
    shown = np.array2string(z)
    print(f"{shown:21} {losses[0]:15.4f} {losses[1]:10.4f} {losses[2]:13.4f}")
    assert np.allclose(losses[2], -log_softmax(z)[0])

# The loss of two classes by the logit of the true one; the other is 0
z = np.zeros((481, 2), dtype=np.float32)
z[:, 0] = np.linspace(-140, 20, 481)
naive = loss_from_probability(z)
last_finite = float(z[np.isfinite(naive), 0].min())
highest_clipped = float(loss_clipped(z).max())
print(f"log of softmax is finite from z = {last_finite:.1f}")
print(f"clipped loss is at most {highest_clipped:.4f}")

fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
ax.plot(z[:, 0], loss_from_logits(z), "-", label="from logits", linewidth=1)
ax.plot(z[:, 0], naive, "--", label="log of softmax", linewidth=3)
ax.plot(z[:, 0], loss_clipped(z), ":", label="clipped", linewidth=2)
ax.set(xlabel="logit of the true class", ylabel="cross entropy")
ax.legend()
plt.show()

"""The further the start, the longer the way back: how the two losses differ."""

import numpy as np
from scipy.special import expit

gradients = {  # with respect to z; the target is 1
    "squared error": lambda p: 2 * (p - 1) * p * (1 - p),
    "cross entropy": lambda p: p - 1,
}


def count_updates(gradient, z):
    updates = 0
    while z <= 0:  # until the output is above 0.5
        z -= gradient(expit(z))
        updates += 1
    return updates


updates = {name: {} for name in gradients}
print("start   squared error   half of exp(-z)   cross entropy")
for start in [-4, -6, -8, -10, -12]:
    for name, gradient in gradients.items():
        updates[name][start] = count_updates(gradient, float(start))
    print(
        f"{start:5} {updates['squared error'][start]:15,} "
        f"{np.exp(-start) / 2:17,.0f} {updates['cross entropy'][start]:15}"
    )

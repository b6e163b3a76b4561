"""Binary cross entropy from one logit, exact for every size of it."""

import numpy as np
import tensorflow as tf
from scipy.special import expit


def naive(y, z):
    p = expit(z)
    with np.errstate(divide="ignore"):  # the logarithm of 0
        return -np.log(p) if y == 1 else -np.log(1 - p)


def stable(y, z):
    return max(z, 0) - y * z + np.log1p(np.exp(-abs(z)))


print(" y     z     naive    stable")
for y, z in [(1, -10), (0, 10), (1, -20), (0, 20), (1, -200), (0, 200)]:
    z = np.float32(z)
    print(f"{y:2} {z:5.0f} {naive(y, z):9.4f} {stable(y, z):9.4f}")
    keras = tf.keras.losses.binary_crossentropy([[y]], [[z]], from_logits=True)
    assert np.isclose(stable(y, z), keras[0])

# Neighbours of 0 and of 1 among the 32-bit numbers
gap_at_0 = float(np.nextafter(np.float32(0), np.float32(1)))
gap_at_1 = float(1 - np.nextafter(np.float32(1), np.float32(0)))
print(f"the number next to 0: {gap_at_0:.0e}, next to 1: 1 - {gap_at_1:.0e}")

"""Mish, a younger function: where it is lowest, and how steep it gets."""

import numpy as np
import tensorflow as tf


def mish(z):
    return z * np.tanh(np.logaddexp(0, z))


z = np.linspace(-20, 20, 4001)
h = 1e-6
slope = (mish(z + h) - mish(z - h)) / (2 * h)
agrees = np.allclose(mish(z), tf.keras.activations.mish(z), atol=1e-5)
lowest, lowest_at = mish(z).min(), z[mish(z).argmin()]
steepest, steepest_at = slope.max(), z[slope.argmax()]
print(f"lowest value   {lowest:5.2f} at z = {lowest_at:5.2f}")
print(f"largest slope  {steepest:5.2f} at z = {steepest_at:5.2f}")
print("same as tf.keras.activations.mish:", agrees)

"""Add a number to every net input: softmax stays, but its formula overflows."""

import warnings

import numpy as np
import tensorflow as tf


def softmax(z):
    exponentials = np.exp(z)
    return exponentials / np.sum(exponentials)


def stable_softmax(z):
    return softmax(z - np.max(z))


def show(name, p):
    print(f"{name:26}", *(f"{value:.4f}" for value in p))


z = np.array([1.78, 0.76, 1.65])
show("softmax(z)", softmax(z))
show("softmax(z + 5)", softmax(z + 5))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    show("softmax(z + 1000)", softmax(z + 1000))
show("stable_softmax(z + 1000)", stable_softmax(z + 1000))
show("Keras, z + 1000", tf.keras.activations.softmax(z + 1000))

# What NumPy said about the third line
for message in sorted({str(warning.message) for warning in caught}):
    print("warning:", message)
assert len(caught) > 0
unchanged = np.allclose(stable_softmax(z + 1000), softmax(z))
assert unchanged

"""Binary cross entropy is the case of two classes: its derivative is p - y too."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from scipy.special import expit, softmax


def binary_cross_entropy(y, z):
    return np.logaddexp(0, z) - y * z  # -y log(p) - (1 - y) log(1 - p)


z = np.linspace(-6, 6, 49)[:, np.newaxis]  # one sample a row
p = expit(z)
two_classes = softmax(np.hstack([z, np.zeros_like(z)]), axis=1)
same_probability = np.allclose(two_classes[:, [0]], p)
print("softmax([z, 0]) is the logistic function:", same_probability)

h = 1e-5
same_slope = {}
fig, (left, right) = plt.subplots(1, 2, figsize=(6.6, 3.2), layout="constrained")
for target, style in [(1, "-"), (0, "--")]:
    y = np.full_like(z, target)
    slope = p - y
    differences = binary_cross_entropy(y, z + h) - binary_cross_entropy(y, z - h)
    differences /= 2 * h
    z_variable = tf.Variable(z)
    with tf.GradientTape() as tape:
        loss = tf.keras.losses.binary_crossentropy(y, z_variable, from_logits=True)
    by_tape = tape.gradient(loss, z_variable)

    same_slope[target] = np.allclose(slope, differences, atol=1e-5)
    same_slope[target] &= np.allclose(slope, by_tape, atol=1e-5)
    print(f"y = {target}: p - y, differences and tape agree:", same_slope[target])
    left.plot(z, binary_cross_entropy(y, z), style, label=f"y = {target}")
    right.plot(z, slope, style, label=f"p − y for y = {target}")
    right.plot(z[::6], differences[::6], "o", color="black", markersize=4)
left.set(xlabel="net input z", title="Binary cross entropy")
right.set(xlabel="net input z", title="Derivative with respect to z")
left.legend()
right.legend()
plt.show()

# A unit that is sure and wrong: z = -6 although y = 1
p_wrong = expit(-6)
by_z, by_p = p_wrong - 1, -1 / p_wrong
print(f"z = -6, y = 1: derivative {by_z:.4f} by z, {by_p:.4f} by p")

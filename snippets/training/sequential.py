"""A Sequential model layer by layer, and each of its parameters as a square."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from scipy.special import expit, softmax
from sklearn.datasets import load_iris

tf.keras.utils.set_random_seed(1)
model = tf.keras.Sequential()
model.add(tf.keras.Input(shape=(4,)))
model.add(tf.keras.layers.Dense(16, activation="sigmoid", name="hidden"))
model.add(tf.keras.layers.Dense(3, activation="softmax", name="output"))
model.summary(line_length=58)

# The same calculation in NumPy, with the weights of the model
X = load_iris().data[:5].astype("float32")
W1, b1, W2, b2 = model.get_weights()
A1 = expit(X @ W1 + b1)
probabilities = softmax(A1 @ W2 + b2, axis=1)
same_output = np.allclose(model(X), probabilities, atol=1e-6)
print("shapes:", X.shape, "->", A1.shape, "->", probabilities.shape)
print("NumPy computes the same:", same_output)
parameters = model.count_params()
largest = max(abs(W1).max(), abs(W2).max())

# One column for each hidden unit; the biases of the output layer stand apart
fig, ax = plt.subplots(figsize=(7, 3.6), layout="constrained")
places = [(W1, 0, 0), (b1[None], 0, 5), (W2.T, 0, 7), (b2[:, None], 17, 7)]
for array, left, top in places:
    rows, columns = array.shape
    squares = ax.pcolormesh(
        np.arange(left, left + columns + 1),
        np.arange(top, top + rows + 1),
        array,
        cmap="RdBu",
        vmin=-largest,
        vmax=largest,
        edgecolors="gray",
        linewidth=0.5,
    )
fig.colorbar(squares, label="value", shrink=0.8)
ax.set_xticks(np.array([*range(16), 17]) + 0.5, [*range(1, 17), "bias"])
ax.set_yticks([2, 5.5, 8.5], ["4 weights in", "bias", "3 weights out"])
ax.set(xlabel="hidden unit", title="The parameters before training", aspect="equal")
ax.invert_yaxis()
plt.show()

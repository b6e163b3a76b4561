"""A layer of one's own that adds noise to its input, but only while training."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf


class NoisyLinear(tf.keras.layers.Layer):
    def __init__(self, units, noise=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.noise = noise

    def build(self, input_shape):
        self.w = self.add_weight(shape=(input_shape[-1], self.units), name="w")
        self.b = self.add_weight(shape=(self.units,), initializer="zeros", name="b")

    def call(self, X, training=False):
        if training:
            X = X + tf.random.normal(tf.shape(X), stddev=self.noise)
        return X @ self.w + self.b


tf.keras.utils.set_random_seed(1)
layer = NoisyLinear(4)
X = tf.constant([[0.5, -1.0]])
print("in", tuple(X.shape), "-> out", tuple(layer(X).shape))

# Without noise it computes what Dense computes
dense = tf.keras.layers.Dense(4)
dense.build(X.shape)
dense.set_weights(layer.get_weights())
same_as_dense = np.allclose(layer(X), dense(X))
print("same as Dense when not training:", same_as_dense)

# The same sample 20,000 times, with noise
Z = layer(tf.repeat(X, 20_000, axis=0), training=True).numpy()
measured = Z.std(axis=0)
expected = layer.noise * np.linalg.norm(layer.w, axis=0)
print("spread of the outputs:", *(f"{spread:.3f}" for spread in measured))
print("spread expected:      ", *(f"{spread:.3f}" for spread in expected))

fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
ax.hist(Z[:, 0], bins=40, alpha=0.6, label="training=True")
ax.axvline(layer(X)[0, 0], color="C1", linestyle="--", label="training=False")
ax.set(
    xlabel="output of the first unit",
    ylabel="count",
    title="One sample, with noise",
)
ax.legend()
plt.show()

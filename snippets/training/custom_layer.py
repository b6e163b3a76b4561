"""A layer of one's own that adds noise to its input, but only while training."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf


class NoisyLinear(tf.keras.layers.Layer):
    def __init__(self, units, noise=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.noise = noise
        self.generator = tf.keras.random.SeedGenerator()

    def build(self, input_shape):
        self.w = self.add_weight(shape=(input_shape[-1], self.units), name="w")
        self.b = self.add_weight(shape=(self.units,), initializer="zeros", name="b")

    def call(self, X, training=False):
        if training:
            shape = tf.keras.ops.shape(X)
            X = X + tf.keras.random.normal(
                shape, stddev=self.noise, seed=self.generator
            )
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

# The same sample 20,000 times, with noise; then with two layers that Keras has
repeated = tf.repeat(X, 20_000, axis=0)
Z = layer(repeated, training=True).numpy()
ready_made = tf.keras.Sequential([tf.keras.layers.GaussianNoise(0.1), dense])
spread = {
    "formula": layer.noise * np.linalg.norm(layer.w, axis=0),
    "NoisyLinear": Z.std(axis=0),
    "GaussianNoise, Dense": ready_made(repeated, training=True).numpy().std(axis=0),
}
for name, values in spread.items():
    print(f"spread, {name:21}", *(f"{value:.3f}" for value in values))

fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
ax.hist(Z[:, 0], bins=40, alpha=0.6, label="training=True")
ax.axvline(layer(X)[0, 0], color="C1", linestyle="--", label="training=False")
ax.set(xlabel="output of the first unit", ylabel="count")
ax.set_title("One sample, with noise")
ax.legend()
plt.show()

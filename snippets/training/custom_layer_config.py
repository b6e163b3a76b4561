"""get_config() restores a custom layer, alone and within a saved model."""

import numpy as np
import tensorflow as tf


@tf.keras.utils.register_keras_serializable(package="book")
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

    def get_config(self):
        return {**super().get_config(), "units": self.units, "noise": self.noise}


tf.keras.utils.set_random_seed(0)
layer = NoisyLinear(4, noise=0.3)
layer.build((None, 2))

# A copy made from the settings has no weights
copy = NoisyLinear.from_config(layer.get_config())
copied = {"units": copy.units, "noise": copy.noise}
arrays = {"layer": len(layer.weights), "copy": len(copy.weights)}
print("settings of the copy:", copied)
print("arrays of weights:   ", arrays)

# A saved model keeps both, settings and weights
model = tf.keras.Sequential([tf.keras.Input((2,)), layer, tf.keras.layers.Dense(1)])
model.save("noisy.keras")
loaded = tf.keras.models.load_model("noisy.keras")
X = np.random.default_rng(0).normal(size=(8, 2))
noise_loaded = loaded.layers[0].noise
same_output = np.allclose(model(X), loaded(X))
print("noise after loading: ", noise_loaded)
print("same output:         ", same_output)

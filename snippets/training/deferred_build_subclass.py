"""build() on a subclass that creates nothing, three cures, and a test of each."""

import warnings

import numpy as np
import tensorflow as tf


class Network(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = tf.keras.layers.Dense(16, activation="relu")
        self.last = tf.keras.layers.Dense(32, activation="relu")

    def call(self, X):
        return self.last(self.hidden(X))


class NetworkWithBuild(Network):
    def build(self, input_shape):
        self.hidden.build(input_shape)
        self.last.build((None, 16))


# The trap
tf.keras.utils.set_random_seed(0)
trap = Network()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    trap.build((None, 4))
warning = str(caught[0].message)
assert "the layer does not have a `build()` method" in warning
print("UserWarning:", *warning.split()[:8], "...")

# Three cures
by_data, by_input, by_build = Network(), Network(), NetworkWithBuild()
by_data(np.zeros((1, 4)))
by_input(tf.keras.Input((4,)))
by_build.build((None, 4))

# Do they hold parameters, and do they take those of a trained model?
trained = Network()
X = np.random.default_rng(0).normal(size=(8, 4))
y_trained = trained(X)
trained.save_weights("trained.weights.h5")
models = {"trap": trap, "data": by_data, "Input": by_input, "own build()": by_build}
parameters, loaded = {}, {}
for name, model in models.items():
    parameters[name] = model.count_params()
    model.load_weights("trained.weights.h5")
    loaded[name] = np.allclose(model(X), y_trained)
    print(f"{name:11}: {parameters[name]:3} parameters, loaded: {loaded[name]}")

"""What load_model brings back with three versions of get_config."""

import tensorflow as tf


class NoisyLinear(tf.keras.layers.Layer):
    def __init__(self, units, noise=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.noise = noise

    def build(self, input_shape):
        self.w = self.add_weight(shape=(input_shape[-1], self.units), name="w")

    def call(self, X):
        return X @ self.w


class ForgetsNoise(NoisyLinear):
    def get_config(self):
        return {**super().get_config(), "units": self.units}


class ForgetsUnits(NoisyLinear):
    def get_config(self):
        return {**super().get_config(), "noise": self.noise}


noise = {}
for cls in (NoisyLinear, ForgetsNoise, ForgetsUnits):
    name = cls.__name__
    model = tf.keras.Sequential([tf.keras.Input((2,)), cls(4, noise=0.3)])
    model.save("model.keras")
    try:
        loaded = tf.keras.models.load_model(
            "model.keras", custom_objects={name: cls}
        )
        noise[name] = loaded.layers[0].noise
        print(f"{name:12}: noise {noise[name]}")
    except TypeError as error:
        assert "missing 1 required positional argument: 'units'" in str(error)
        print(f"{name:12}: TypeError, 'units' is missing")

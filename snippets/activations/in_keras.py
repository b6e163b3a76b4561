"""ReLU, given to Keras by name, as a function and as a layer."""

import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

X = np.random.default_rng(0).normal(size=(200, 3))
tf.keras.utils.set_random_seed(1)
ways = {
    "name": [layers.Dense(4, activation="relu")],
    "Keras function": [layers.Dense(4, activation=tf.keras.activations.relu)],
    "TensorFlow function": [layers.Dense(4, activation=tf.nn.relu)],
    "own function": [layers.Dense(4, activation=lambda z: tf.maximum(0.0, z))],
    "layer": [layers.Dense(4), layers.ReLU()],
}
models, outputs, parameters = {}, {}, {}
for way, stack in ways.items():
    model = models[way] = tf.keras.Sequential([tf.keras.Input((3,)), *stack])
    model.set_weights(models["name"].get_weights())  # the same in all models
    outputs[way] = model(X).numpy()
    parameters[way] = model.count_params()
    same = np.array_equal(outputs[way], outputs["name"])
    print(
        f"{way:19}  layers {len(stack)}, parameters {parameters[way]}, same: {same}"
    )
    assert same

# Only a layer of its own leaves the net inputs within reach
net_inputs = models["layer"].layers[0](X).numpy()
print("\nfirst sample\n  net inputs", np.round(net_inputs[0], 2))
print("  outputs   ", np.round(outputs["layer"][0], 2))

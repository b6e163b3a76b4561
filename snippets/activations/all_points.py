"""Value and slope of each function at three net inputs, from TensorFlow."""

import numpy as np
import tensorflow as tf

activations = tf.keras.activations
functions = {
    "linear": activations.linear,
    "sigmoid": activations.sigmoid,
    "tanh": activations.tanh,
    "relu": activations.relu,
    "leaky_relu": activations.leaky_relu,
    "elu": activations.elu,
    "softplus": activations.softplus,
    "silu": activations.silu,
    "gelu": activations.gelu,
}
value, slope = {}, {}
print("                 z = -2            z = 0            z = 2")
print("             value   slope    value   slope    value   slope")
for name, function in functions.items():
    z = tf.Variable(np.array([-2.0, 0.0, 2.0]))
    with tf.GradientTape() as tape:
        activation = function(z)
    value[name] = activation.numpy()
    slope[name] = tape.gradient(activation, z).numpy()
    pairs = zip(value[name], slope[name])
    print(f"{name:11}" + "  ".join(f"{v:7.2f} {s:7.2f}" for v, s in pairs))

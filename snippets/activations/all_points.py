"""Value and slope of each function at three net inputs, as TensorFlow has them."""

import numpy as np
import tensorflow as tf

net_inputs = np.array([-2.0, 0.0, 2.0])
names = ["linear", "sigmoid", "tanh", "relu", "leaky_relu", "elu"]
names += ["softplus", "silu", "gelu"]

value, slope = {}, {}
for name in names:
    z = tf.Variable(net_inputs)
    with tf.GradientTape() as tape:
        activation = getattr(tf.keras.activations, name)(z)
    value[name] = activation.numpy()
    slope[name] = tape.gradient(activation, z).numpy()

print("                 z = -2            z = 0            z = 2")
print("             value   slope    value   slope    value   slope")
for name in names:
    pairs = zip(value[name], slope[name])
    columns = "  ".join(f"{v:7.2f} {s:7.2f}" for v, s in pairs)
    print(f"{name:11}{columns}")

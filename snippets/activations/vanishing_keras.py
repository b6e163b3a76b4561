"""Thirty layers in Keras: what reaches the first and the last weights."""

import tensorflow as tf

tf.keras.utils.set_random_seed(0)
X = tf.random.normal((200, 100))
from_above = tf.random.normal((200, 100))  # the gradient, as if it came from a loss


def mean_size(tensor):
    return float(tf.reduce_mean(tf.abs(tensor)))


signal, delta, first, thirtieth = {}, {}, {}, {}
print("mean size of              input of  gradient of  gradient of weights")
print("                          layer 30   output 1   layer 1     layer 30")
for activation, initializer in [
    ("sigmoid", "glorot_uniform"),
    ("tanh", "glorot_uniform"),
    ("relu", "glorot_uniform"),  # the default of Dense
    ("relu", "he_uniform"),
]:
    layers = [
        tf.keras.layers.Dense(100, activation, kernel_initializer=initializer)
        for _ in range(30)
    ]
    outputs = [X]
    with tf.GradientTape() as tape:
        for layer in layers:
            outputs.append(layer(outputs[-1]))
    sources = [outputs[1], layers[0].kernel, layers[-1].kernel]
    gradients = tape.gradient(outputs[-1], sources, output_gradients=from_above)

    name = f"{activation}, {initializer}"
    signal[name] = mean_size(outputs[29])  # what enters layer 30
    delta[name], first[name], thirtieth[name] = map(mean_size, gradients)
    print(
        f"{name:24} {signal[name]:9.0e} {delta[name]:10.0e} "
        f"{first[name]:11.0e} {thirtieth[name]:11.0e}"
    )

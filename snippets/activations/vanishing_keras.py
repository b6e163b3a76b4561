"""Thirty layers in Keras: the gradients of the first and the last weights."""

import tensorflow as tf

tf.keras.utils.set_random_seed(0)
X = tf.random.normal((200, 100))
from_above = tf.random.normal((200, 100))  # the gradient, as if it came from a loss

first, thirtieth = {}, {}
print("mean size of the gradient   layer 1  layer 30")
for activation, initializer in [
    ("sigmoid", "glorot_uniform"),
    ("relu", "glorot_uniform"),  # what Keras takes if nothing is said
    ("relu", "he_uniform"),
]:
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(100, activation, kernel_initializer=initializer)
            for _ in range(30)
        ]
    )
    with tf.GradientTape() as tape:
        output = model(X)
    kernels = [layer.kernel for layer in model.layers]
    gradients = tape.gradient(output, kernels, output_gradients=from_above)
    sizes = [float(tf.reduce_mean(tf.abs(gradient))) for gradient in gradients]
    name = f"{activation}, {initializer}"
    first[name], thirtieth[name] = sizes[0], sizes[-1]
    print(f"{name:27} {first[name]:7.0e}  {thirtieth[name]:8.0e}")

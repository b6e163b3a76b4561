"""Shapes and parameters, layer by layer, counted by hand and by Keras."""

import tensorflow as tf

tf.keras.utils.set_random_seed(0)
model = tf.keras.Sequential([tf.keras.Input((28, 28, 1))])
model.add(tf.keras.layers.Conv2D(16, 3, activation="relu"))
model.add(tf.keras.layers.MaxPooling2D())
model.add(tf.keras.layers.Conv2D(32, 3, activation="relu"))
model.add(tf.keras.layers.MaxPooling2D())
model.add(tf.keras.layers.Flatten())
model.add(tf.keras.layers.Dense(10, activation="softmax"))

# Each filter has 3 × 3 weights for every input channel, and a bias
by_hand = [(3 * 3 * 1 + 1) * 16, 0, (3 * 3 * 16 + 1) * 32, 0, 0, (800 + 1) * 10]
for layer, expected in zip(model.layers, by_hand, strict=True):
    assert layer.count_params() == expected
    name = type(layer).__name__
    print(f"{name:13} {layer.output.shape[1:]!s:13} {expected:6,}")
total = model.count_params()
print(f"all together {total:,}")

# Other edges and other steps
for options in [{"padding": "same"}, {"strides": 2}]:
    layer = tf.keras.layers.Conv2D(16, 3, **options)
    print(options, "→", layer.compute_output_shape((None, 28, 28, 1))[1:])

# Without the axis of channels
try:
    layer(tf.zeros((100, 784)))
except ValueError as error:
    message = str(error)
    print("ValueError:", message)
assert "expected min_ndim=4" in message

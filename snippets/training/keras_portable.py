"""TensorFlow's functions do not fit into a Keras model; those of keras.ops do."""

import keras
import numpy as np
import tensorflow as tf

inputs = keras.Input((3,))
try:
    tf.reduce_mean(inputs, axis=1)
except ValueError as error:
    message = str(error).split(". ")[0]
    print("tf.reduce_mean:", message)
assert "A KerasTensor cannot be used as input" in message

# The same with keras.ops
outputs = keras.ops.mean(inputs, axis=1)
model = keras.Model(inputs, outputs)
X = np.array([[1.0, 2.0, 6.0], [0.0, 0.0, 3.0]])
means = model.predict(X, verbose=0)
agrees = np.allclose(means, tf.reduce_mean(X, axis=1))
print("keras.ops.mean:", means)
print("same values as tf.reduce_mean:", agrees)

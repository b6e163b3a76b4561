"""Two ways to the same shape: only transpose keeps a feature together."""

import numpy as np
import tensorflow as tf

table = tf.constant([[1, 2, 3], [4, 5, 6]])  # two samples, three features
reshaped = tf.reshape(table, (3, 2))
transposed = tf.transpose(table)
print("table:     ", *table.numpy())
print("reshaped:  ", *reshaped.numpy())
print("transposed:", *transposed.numpy())

same_shape = reshaped.shape == transposed.shape
same_values = np.array_equal(reshaped, transposed)
print(f"same shape: {same_shape}, same values: {same_values}")

# Only one of them keeps the first feature of all samples together
feature = table[:, 0].numpy()
kept = {
    "reshape": np.array_equal(reshaped[0], feature),
    "transpose": np.array_equal(transposed[0], feature),
}
print("first feature:", feature, "kept by:", kept)

"""Read values of a tensor by index and axis, and change those of a variable."""

import numpy as np
import tensorflow as tf

table = tf.constant([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
print("second row:         ", table[1].numpy())
print("last column:        ", table[:, -1].numpy())
print("mean over axis 0:   ", tf.reduce_mean(table, axis=0).numpy())
print("mean over axis 1:   ", tf.reduce_mean(table, axis=1).numpy())

# A tensor keeps its values
try:
    table[0, 0] = 9.0
except TypeError as error:
    message = str(error)
    print("table[0, 0] = 9.0:", message.split("' ")[1])
assert "does not support item assignment" in message

# A variable gets new values, but no new shape
w = tf.Variable([1.0, 2.0])
w.assign([3.0, 4.0])
w.assign_sub([0.5, 0.5])
print("w after assign and assign_sub:", w.numpy())
try:
    w.assign([1.0, 2.0, 3.0])
except ValueError as error:
    message = str(error)
    print("w.assign([1.0, 2.0, 3.0]):", message.split(": ")[1].split(".")[0])
assert "Shape mismatch" in message
kept = np.array_equal(w, [2.5, 3.5])
print("w is unchanged:", kept)

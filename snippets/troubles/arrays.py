"""Errors of arrays and tensors whose shapes or types do not fit."""

import numpy as np
import tensorflow as tf

matrix = tf.ones((2, 3))
with tf.GradientTape() as tape:
    loss = tf.reduce_sum(matrix)

cases = {
    "matmul": lambda: matrix @ matrix,
    "numpy matmul": lambda: np.ones((2, 3)) @ np.ones((2, 3)),
    "add": lambda: matrix + tf.ones((2, 4)),
    "numpy add": lambda: np.ones((2, 3)) + np.ones((2, 4)),
    "reshape": lambda: tf.reshape(matrix, (4, 2)),
    "numpy reshape": lambda: np.ones(6).reshape(4, 2),
    "types": lambda: tf.constant(1) * tf.constant(2.0),
    "whole number": lambda: tf.constant(2.5, dtype=tf.int32),
    "ragged": lambda: tf.constant([[1, 2], [3]]),
    "assignment": lambda: matrix.__setitem__((0, 0), 5.0),
    "slices": lambda: tf.data.Dataset.from_tensor_slices((np.ones(3), np.ones(2))),
    "no gradient": lambda: tape.gradient(loss, matrix).numpy(),
}
errors = (tf.errors.InvalidArgumentError, ValueError, TypeError, AttributeError)
messages = {}
for name, case in cases.items():
    try:
        case()
    except errors as error:
        message = str(error).splitlines()[0].split("}} ")[-1]
        message = message.removesuffix(" name: ").strip()
        messages[name] = f"{type(error).__name__}: {message}"
        print(f"{name}\n  {messages[name]}\n")
assert len(messages) == len(cases)

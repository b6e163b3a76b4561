"""Tensors: make them, look at shape and type, and do mathematics with them."""

import numpy as np
import tensorflow as tf

np.set_printoptions(precision=3, suppress=True)

# Make tensors from a list, from an array, and by their shape
a = tf.constant([1, 2, 3])
b = tf.constant(np.array([4.0, 5.0, 6.0]))
c = tf.constant([4.0, 5.0, 6.0])
ones = tf.ones((2, 3))
for name, tensor in {"a": a, "b": b, "c": c, "ones": ones}.items():
    dtype = tensor.dtype.name
    print(f"{name:4} shape {tensor.shape!s:6}  rank {tensor.ndim}  {dtype}")

# Shapes are broadcast where they fit; types are not converted
print("ones * c:", *(ones * c).numpy())
try:
    b * c
except tf.errors.InvalidArgumentError as error:
    message = error.message.split(" [Op")[0]
    print("b * c:", message)
assert "expected to be a double tensor but is a float tensor" in message
print("tf.cast(b, tf.float32) * c:", (tf.cast(b, tf.float32) * c).numpy())

# Two random matrices, the same as in the textbook
tf.random.set_seed(1)
t1 = tf.random.uniform((5, 2), minval=-1, maxval=1)
t2 = tf.random.normal((5, 2))
product = t1 * t2  # element by element
means = tf.reduce_mean(t1, axis=0)
matrix = tf.matmul(t1, t2, transpose_a=True)
norms = tf.norm(t1, ord=2, axis=1)
print("first two rows of t1 * t2: ", *product.numpy()[:2])
print("means of the columns of t1:", means.numpy())
print("t1 transposed times t2:    ", *matrix.numpy())
print("norm of each row of t1:    ", norms.numpy())

# NumPy computes the same
agrees = np.allclose(t1.numpy().T @ t2.numpy(), matrix, atol=1e-6)
agrees &= np.allclose(np.linalg.norm(t1, axis=1), norms)
print("NumPy agrees:", agrees)

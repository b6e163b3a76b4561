"""tf.data cuts a dataset into mini-batches; the last one may be smaller."""

import numpy as np
import tensorflow as tf

values = [1.2, 3.4, 7.5, 4.1, 5.0, 1.0]
dataset = tf.data.Dataset.from_tensor_slices(values)
print("batch(3):", *[batch.numpy() for batch in dataset.batch(3)])
print("batch(4):", *[batch.numpy() for batch in dataset.batch(4)])
dropped = dataset.batch(4, drop_remainder=True)
print("batch(4, drop_remainder=True):", *[batch.numpy() for batch in dropped])

# Features and labels stay together: slice both, then batch
X = np.arange(20.0).reshape(10, 2)
y = np.arange(10)
pairs = tf.data.Dataset.from_tensor_slices((X, y)).batch(4)
print("\n10 samples of 2 features with their labels, batch(4):")
for X_batch, y_batch in pairs:
    print(f"X {X_batch.shape!s:6}  y {y_batch.shape!s:4}  labels {y_batch.numpy()}")

# Every sample arrives once, in order
order = np.concatenate([y_batch for _, y_batch in pairs])
complete = np.array_equal(order, y)
batches = pairs.cardinality().numpy()
print(f"{batches} batches, all samples there: {complete}")

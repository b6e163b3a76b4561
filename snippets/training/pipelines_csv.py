"""Least squares on a CSV file that is read line by line, never as a whole."""

import csv
from pathlib import Path

import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
with Path("line.csv").open("w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["x1", "x2", "y"])
    for _ in range(2000):
        x1, x2 = rng.normal(size=2)
        writer.writerow([x1, x2, 3 * x1 - 2 * x2 + 1])


def parse(lines):
    x1, x2, y = tf.io.decode_csv(lines, record_defaults=[0.0, 0.0, 0.0])
    return tf.stack([x1, x2, tf.ones_like(x1)], axis=1), y


lines = tf.data.TextLineDataset("line.csv").skip(1)
dataset = lines.batch(50).map(parse).prefetch(1)
unknown = int(dataset.cardinality()) == tf.data.UNKNOWN_CARDINALITY
print("length unknown before the end:", unknown)

# Two sums are all that has to be kept of the batches
products, targets, batches = np.zeros((3, 3)), np.zeros(3), 0
for X, y in dataset.as_numpy_iterator():
    products += X.T @ X
    targets += X.T @ y
    batches += 1
weights = np.linalg.solve(products, targets)
assert np.allclose(weights, [3, -2, 1], atol=1e-4)
print(f"{batches} batches of {len(X)}")
print("weights and bias:", *(f"{weight:.2f}" for weight in weights))

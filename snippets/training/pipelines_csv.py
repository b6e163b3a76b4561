"""A CSV file that is read line by line: never more than a batch in memory."""

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
    return tf.stack([x1, x2], axis=1), y


lines = tf.data.TextLineDataset("line.csv").skip(1)
dataset = lines.shuffle(500, seed=0).batch(50).map(parse).prefetch(1)
X, y = next(iter(dataset))
size = int(dataset.cardinality())
print("a batch:", X.shape, y.shape)
print("number of batches:", size, "(unknown)")
assert size == tf.data.UNKNOWN_CARDINALITY

tf.keras.utils.set_random_seed(0)
model = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(1)])
model.compile(tf.keras.optimizers.SGD(0.1), loss="mse")
model.fit(
    dataset.repeat(),
    steps_per_epoch=40,  # 2,000 lines in batches of 50
    shuffle=False,
    epochs=5,
    verbose=0,
)
weights, bias = (array.ravel() for array in model.get_weights())
assert np.allclose([*weights, *bias], [3, -2, 1], atol=0.01)
print("weights:", *(f"{weight:.2f}" for weight in weights), end="  ")
print(f"bias: {bias[0]:.2f}")

"""Log the weights of a layer as histograms, and draw them from the event files."""

import shutil

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

shutil.rmtree("logs/histograms", ignore_errors=True)  # start fresh
tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
X = rng.uniform(-1, 1, (200, 2))
y = X[:, 0] * X[:, 1] < 0  # XOR: the signs differ

model = tf.keras.Sequential(name="xor")
model.add(tf.keras.Input((2,)))
model.add(tf.keras.layers.Dense(100, activation="relu", name="hidden"))
model.add(tf.keras.layers.Dense(1, activation="sigmoid", name="output"))
model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy")
callback = tf.keras.callbacks.TensorBoard("logs/histograms", histogram_freq=10)
model.fit(X, y, batch_size=20, epochs=35, callbacks=[callback], verbose=0)

# Read back: each bucket is a row of its left edge, its right edge and its count
size_guidance = {"tensors": 0}  # keep all values
events = EventAccumulator("logs/histograms/train", size_guidance).Reload()
tag = "xor/hidden/kernel/histogram"
assert tag in events.Tags()["tensors"], "this needs Keras 3.14 or later"
histograms = {
    event.step: tf.make_ndarray(event.tensor_proto) for event in events.Tensors(tag)
}
buckets, spread = len(histograms[0]), {}
fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
for (step, histogram), style in zip(histograms.items(), ["-", "--", "-.", ":"]):
    left, right, count = histogram.T
    spread[step] = right.max() - left.min()
    print(f"step {step:2}: {count.sum():.0f} weights, {spread[step]:.1f} wide")
    ax.plot((left + right) / 2, count, style, label=f"step {step}")
ax.set(xlabel="weight", ylabel="count", title="Weights of the hidden layer")
ax.legend()
plt.show()

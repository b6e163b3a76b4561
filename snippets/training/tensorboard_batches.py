"""What is logged as batch_loss: the epoch's mean so far, not a batch's loss."""

import shutil

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

shutil.rmtree("logs/batches", ignore_errors=True)  # start fresh
tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
X = rng.uniform(-1, 1, (200, 2))
y = X[:, 0] * X[:, 1] < 0  # XOR: the signs differ

model = tf.keras.Sequential()
model.add(tf.keras.Input((2,)))
model.add(tf.keras.layers.Dense(8, activation="relu"))
model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy")
callback = tf.keras.callbacks.TensorBoard("logs/batches", update_freq="batch")
model.fit(X, y, batch_size=10, epochs=4, callbacks=[callback], verbose=0)

# One row for each epoch, one column for each of its 20 batches
size_guidance = {"tensors": 0}  # keep all values
events = EventAccumulator("logs/batches/train", size_guidance).Reload()


def values(tag):
    return np.array(
        [tf.make_ndarray(event.tensor_proto) for event in events.Tensors(tag)]
    )


logged, epoch_loss = values("batch_loss"), values("epoch_loss")
running_mean = logged.reshape(4, 20)
batches = np.arange(1, 21)
sums = running_mean * batches
batch_loss = np.diff(sums, prepend=0)  # what each batch added to the sum
is_mean = np.allclose(running_mean[:, -1], epoch_loss)
largest = np.abs(batch_loss - running_mean).max()
print(f"the last batch_loss of an epoch is its epoch_loss: {is_mean}")
print(f"largest difference from a batch's own loss: {largest:.2f}")

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.plot(batch_loss.ravel(), ".", label="loss of the batch alone")
ax.plot(logged, label="batch_loss as logged")
ax.set(xlabel="batch", ylabel="loss")
ax.legend()
plt.show()

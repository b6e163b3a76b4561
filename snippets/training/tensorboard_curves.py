"""Log a training for TensorBoard, and draw its curves from the event files."""

import shutil

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

shutil.rmtree("logs/curves", ignore_errors=True)  # start fresh
tf.keras.utils.set_random_seed(1)
X = np.random.default_rng(1).uniform(-1, 1, (200, 2))
y = X[:, 0] * X[:, 1] < 0  # XOR: the signs differ

model = tf.keras.Sequential(name="xor")
model.add(tf.keras.Input((2,)))
model.add(tf.keras.layers.Dense(8, activation="relu", name="hidden"))
model.add(tf.keras.layers.Dense(1, activation="sigmoid", name="output"))
optimizer = tf.keras.optimizers.Adam(0.05)
model.compile(optimizer, "binary_crossentropy", metrics=["accuracy"])
history = model.fit(
    X[:100],
    y[:100],
    batch_size=20,
    epochs=40,
    validation_data=(X[100:], y[100:]),
    callbacks=[tf.keras.callbacks.TensorBoard("logs/curves", histogram_freq=10)],
    verbose=0,
)

tags, scalars = {}, {}
size_guidance = {"tensors": 0}  # keep all values
for run in ["train", "validation"]:
    events = EventAccumulator(f"logs/curves/{run}", size_guidance).Reload()
    tags[run] = sorted(events.Tags()["tensors"])
    for tag in tags[run]:
        kind = events.SummaryMetadata(tag).plugin_data.plugin_name
        print(f"{run:10}  {kind:17}  {tag}")
        values = [tf.make_ndarray(one.tensor_proto) for one in events.Tensors(tag)]
        if kind == "scalars":
            scalars[run, tag] = np.array(values)
steps = [event.step for event in events.Tensors("epoch_loss")]
loss, val_loss = (scalars[run, "epoch_loss"] for run in tags)
same = np.allclose(loss, history.history["loss"])
print(f"steps {steps[0]} to {steps[-1]}; the losses are those of fit: {same}")
by_default = EventAccumulator("logs/curves/train").Reload()
kept, listed = len(by_default.Tensors("epoch_loss")), by_default.Tags()["scalars"]
print(f"without size_guidance: {kept} of {len(loss)}; Tags()['scalars']: {listed}")

fig, axes = plt.subplots(1, 2, figsize=(6.6, 3), layout="constrained")
for ax, name in zip(axes, ["loss", "accuracy"]):
    ax.plot(steps, scalars["train", f"epoch_{name}"], label="training")
    ax.plot(steps, scalars["validation", f"epoch_{name}"], "--", label="validation")
    ax.set(xlabel="epoch", ylabel=name, title=f"epoch_{name}")
    ax.legend()
plt.show()

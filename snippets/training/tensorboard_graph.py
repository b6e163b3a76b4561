"""Log the layers and the operations of a model for TensorBoard, and draw both."""

import json
import shutil

import matplotlib.pyplot as plt
import tensorflow as tf
from sklearn.datasets import load_iris
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

shutil.rmtree("logs/graph", ignore_errors=True)  # start fresh
tf.keras.utils.set_random_seed(1)
X, y = load_iris(return_X_y=True)
model = tf.keras.Sequential(name="iris")
model.add(tf.keras.Input((4,)))
model.add(tf.keras.layers.Dense(8, activation="relu", name="hidden"))
model.add(tf.keras.layers.Dense(3, activation="softmax", name="output"))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(X, y, callbacks=[tf.keras.callbacks.TensorBoard("logs/graph")], verbose=0)

# The callback logs layers alone, so log the operations, too
forward = tf.function(model).get_concrete_function(tf.TensorSpec((None, 4)))
with tf.summary.create_file_writer("logs/graph/operations").as_default():
    tf.summary.graph(forward.graph)

events = EventAccumulator("logs/graph/train", size_guidance={"tensors": 0}).Reload()
config = json.loads(tf.make_ndarray(events.Tensors("keras")[0].tensor_proto).item())
layers = [layer["config"]["name"] for layer in config["config"]["layers"]]
nodes = EventAccumulator("logs/graph/operations").Reload().Graph().node
count, by_callback = len(nodes), events.Tags()["graph"]
print(f"layers: {', '.join(layers)}")
print(f"operations: {count}; logged by the callback: {by_callback}")

# Draw each operation below those that it feeds
depth, places, columns = {}, {}, {"Placeholder": 2, "ReadVariableOp": 1, "NoOp": 1}
for node in reversed(nodes):
    row = depth.setdefault(node.name, 0)
    places[node.name] = columns.get(node.op, 0) * (node.name != "args_0"), -row
    depth |= {name: max(depth.get(name, 0), row + 1) for name in node.input}
fig, ax = plt.subplots(figsize=(6.6, 5.4), layout="constrained")
style = {"ha": "center", "va": "center", "bbox": {"facecolor": "none"}}


def connect(start, end):
    shrink = 12 if start[0] == end[0] else 32
    arrow = {"arrowstyle": "->", "shrinkA": shrink, "shrinkB": shrink}
    ax.annotate("", end, start, arrowprops=arrow)


for node in nodes:
    ax.text(*places[node.name], node.op, **style)
    for name in node.input:
        if not name.startswith("^"):  # that is a control input and carries no data
            connect(places[name], places[node.name])
for row, below, name in zip([-7, -5, -2], [-7, -7, -5], layers):
    ax.text(-1.2, row, name, **style)
    connect((-1.2, below), (-1.2, row))
ax.set(xlim=(-1.6, 2.5), ylim=(-8.4, 0.4), title="Layers and their operations")
ax.axis("off")
plt.show()

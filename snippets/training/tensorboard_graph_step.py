"""Count the operations of a forward pass, without and with its gradients."""

import shutil
from collections import Counter

import tensorflow as tf

shutil.rmtree("logs/gradients", ignore_errors=True)  # start fresh
tf.keras.utils.set_random_seed(1)
model = tf.keras.Sequential(name="iris")
model.add(tf.keras.Input((4,)))
model.add(tf.keras.layers.Dense(8, activation="relu", name="hidden"))
model.add(tf.keras.layers.Dense(3, activation="softmax", name="output"))
loss = tf.keras.losses.SparseCategoricalCrossentropy()


def gradients(X, y):
    with tf.GradientTape() as tape:
        value = loss(y, model(X))
    return tape.gradient(value, model.trainable_variables)


X, y = tf.TensorSpec((None, 4)), tf.TensorSpec((None,), tf.int32)
forward = tf.function(model).get_concrete_function(X).graph
both = tf.function(gradients).get_concrete_function(X, y).graph
with tf.summary.create_file_writer("logs/gradients").as_default():
    tf.summary.graph(both)

in_forward = Counter(node.op for node in forward.as_graph_def().node)
in_both = Counter(node.op for node in both.as_graph_def().node)
total = {"forward": in_forward.total(), "both": in_both.total()}
print(f"all          {total['forward']:2} {total['both']:2}")
for op in ["MatMul", "BiasAdd", "BiasAddGrad", "Relu", "ReluGrad"]:
    print(f"{op:11}  {in_forward[op]:2} {in_both[op]:2}")

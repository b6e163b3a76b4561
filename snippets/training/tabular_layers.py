"""What each preprocessing layer makes of a column, and of a value it never saw."""

import numpy as np
import tensorflow as tf

layers = tf.keras.layers
weight = np.array([2000.0, 3000.0, 4000.0])
origin = np.array(["USA", "Japan", "USA", "Europe"])

scale = layers.Normalization(axis=None)
scale.adapt(weight)
scaled = scale(np.array([3000.0, 5000.0])).numpy()
print("Normalization:", np.round(scaled, 2))

one_hot = layers.StringLookup(output_mode="one_hot")
one_hot.adapt(origin)
vocabulary = one_hot.get_vocabulary()
print("StringLookup:", *vocabulary)
codes = {name: one_hot(name).numpy().astype(int) for name in ["USA", "Korea"]}
for name, code in codes.items():
    print(f"  {name:5}", code)

bins = layers.Discretization([73, 76, 79])  # years; or adapt(), with num_bins=4
in_bin = bins(np.array([70, 73, 77, 82])).numpy()
print("Discretization:", in_bin)
encode = layers.CategoryEncoding(4, output_mode="one_hot")
print("CategoryEncoding of the first:", encode(in_bin[:1]).numpy()[0].astype(int))

strict = layers.StringLookup(vocabulary=["USA", "Japan"], num_oov_indices=0)
try:
    strict("Korea")
except tf.errors.InvalidArgumentError as error:
    message = str(error)
    found = message.split("found ")[1].split(",")[0]
    print("InvalidArgumentError: found", found)
assert "should be in vocabulary" in message

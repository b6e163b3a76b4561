"""FeatureSpace: the same preprocessing, declared by the kind of each column."""

import numpy as np
import tensorflow as tf
from mlxtend.data import autompg_data

X, mpg = autompg_data()
table = {
    "weight": X[:, 3],
    "year": X[:, 5],
    "origin": np.array(["USA", "Europe", "Japan"])[X[:, 6].astype(int) - 1],
}
kinds = tf.keras.utils.FeatureSpace
space = kinds(
    {
        "weight": kinds.float_normalized(),
        "year": kinds.float_discretized(num_bins=4),
        "origin": kinds.string_categorical(num_oov_indices=1),
    },
    output_mode="concat",
)
dataset = tf.data.Dataset.from_tensor_slices(table)
space.adapt(dataset.batch(100))

# It prepares one row, or a batch of rows within an input pipeline
row = {"weight": [[3000.0]], "year": [[82.0]], "origin": [["Korea"]]}
prepared = space({name: tf.constant(value) for name, value in row.items()}).numpy()
print("one row:  ", np.round(prepared[0], 2))
batch = next(iter(dataset.batch(32).map(space)))
print("one batch:", batch.shape)

# Its columns are those of the layers
scale = tf.keras.layers.Normalization(axis=None)
scale.adapt(table["weight"])
difference = np.abs(prepared - scale(3000.0).numpy()).min()
print("the weight as from Normalization:", difference < 1e-5)
print("tf.estimator still there:", hasattr(tf, "estimator"))

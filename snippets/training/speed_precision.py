"""Mixed precision: 16 bits to compute with, 32 bits to keep the weights in."""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

# What 16 bits can't hold
for dtype in ["float16", "bfloat16"]:
    small, near_1, large = (float(tf.cast(x, dtype)) for x in (1e-8, 1.0001, 1e5))
    print(f"{dtype:8}  1e-8: {small:.0e}, 1.0001: {near_1}, 1e5: {large:.0f}")
scaled = float(tf.cast(1e-8 * 2**15, "float16")) / 2**15
print(f"float16   1e-8 times 2**15, and divided again: {scaled:.0e}")

X, y = load_digits(return_X_y=True)
X = (X / 16).astype("float32")
accuracy = {}
for policy in ["mixed_float16", "mixed_bfloat16", "float32"]:
    tf.keras.config.set_dtype_policy(policy)
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((64,))])
    model.add(tf.keras.layers.Dense(64, activation="relu"))
    model.add(tf.keras.layers.Dense(10, activation="softmax", dtype="float32"))
    model.compile("adam", "sparse_categorical_crossentropy")
    model.fit(X[:1000], y[:1000], batch_size=20, epochs=5, verbose=0)
    y_pred = model(X[1000:]).numpy().argmax(axis=1)
    accuracy[policy] = np.mean(y_pred == y[1000:])
    layer, optimizer = model.layers[0], type(model.optimizer).__name__
    print(f"{policy}: {optimizer}, test accuracy {accuracy[policy]:.2f}")
    print(f"  computes in {layer.compute_dtype}, weights {layer.variable_dtype}")

"""Three kinds of files, and what is left of a model in each."""

import warnings

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_iris

tf.keras.utils.set_random_seed(0)
X, y = load_iris(return_X_y=True)


def build_model():
    model = tf.keras.Sequential([tf.keras.Input((4,))])
    model.add(tf.keras.layers.Dense(16, activation="relu"))
    model.add(tf.keras.layers.Dense(3, activation="softmax"))
    model.compile(tf.keras.optimizers.Adam(0.03), "sparse_categorical_crossentropy")
    return model


model = build_model()
model.fit(X, y, batch_size=16, epochs=20, verbose=0)
model.save("iris.keras")
model.save_weights("iris.weights.h5")
model.export("exported", verbose=False)

# Each file becomes something that predicts
whole = tf.keras.models.load_model("iris.keras")
refilled = build_model()  # the code that builds the layers is needed
with warnings.catch_warnings(record=True) as caught:
    refilled.load_weights("iris.weights.h5")
served = tf.saved_model.load("exported")
expected = model(X)
assert np.allclose(expected, whole(X), atol=1e-6)
assert np.allclose(expected, refilled(X), atol=1e-6)
assert np.allclose(expected, served.serve(X.astype("float32")), atol=1e-6)

# What is left besides the predictions?
steps = {}
for name, loaded in [("iris.keras", whole), ("iris.weights.h5", refilled)]:
    steps[name] = int(loaded.optimizer.iterations)
    print(f"{name:15}  the optimizer is at step {steps[name]}")
assert not hasattr(served, "fit")
print("exported         has no fit()")
print("UserWarning:", str(caught[0].message).split(",")[0], "...")

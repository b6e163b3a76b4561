"""Errors of Keras models that do not fit their data or are not ready."""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
X = np.zeros((6, 4), dtype="float32")
classes = np.array([0, 1, 2, 0, 1, 2])
one_hot = tf.keras.utils.to_categorical(classes)


def model(loss="sparse_categorical_crossentropy", units=3):
    output = tf.keras.layers.Dense(units, activation="softmax", name="output")
    network = tf.keras.Sequential([tf.keras.Input(shape=(4,)), output])
    network.compile(optimizer="sgd", loss=loss)
    return network


cases = {
    "features": lambda: model().predict(X[:, :3], verbose=0),
    "one sample": lambda: tf.keras.layers.Dense(3, name="output")(X[0]),
    "one-hot": lambda: model().fit(X, one_hot, verbose=0),
    "classes": lambda: model("categorical_crossentropy").fit(X, classes, verbose=0),
    "out of range": lambda: model(units=2).fit(X, classes, verbose=0),
    "lengths": lambda: model().fit(X, classes[:5], verbose=0),
    "list": lambda: model().fit([[0.0, 1.0, 2.0, 3.0]], [0], verbose=0),
    "not compiled": lambda: tf.keras.Sequential().fit(X, classes),
    "not built": lambda: tf.keras.layers.Dense(1, name="output").count_params(),
    "optimizer": lambda: tf.keras.optimizers.SGD(lr=0.1),
    "metric": lambda: tf.keras.metrics.get("acuracy"),
    "file": lambda: tf.keras.models.load_model("missing.keras"),
}
errors = (ValueError, RuntimeError, TypeError, tf.errors.OpError)
messages = {}
for name, case in cases.items():
    try:
        case()
    except errors as error:
        text = str(error).replace("\033[1m", "").replace("\033[0m", "")
        lines = text.splitlines()
        causes = [
            line for line in lines if "incompatible" in line or "label" in line
        ]
        messages[name] = f"{type(error).__name__}: {(causes or lines)[0]}"
        print(f"{name}\n  {messages[name]}\n")
assert len(messages) == len(cases)

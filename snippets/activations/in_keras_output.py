"""One network with five activation functions in its output layer."""

import warnings

import numpy as np
import tensorflow as tf
from sklearn.datasets import make_moons

X, y = make_moons(2400, noise=0.2, random_state=0)
X_train, X_test, y_train, y_test = X[:400], X[400:], y[:400], y[400:]


def train(activation, from_logits=False):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((2,))])
    model.add(tf.keras.layers.Dense(16, activation="relu"))
    model.add(tf.keras.layers.Dense(1, activation=activation))
    loss = tf.keras.losses.BinaryCrossentropy(from_logits=from_logits)
    model.compile(tf.keras.optimizers.Adam(0.1), loss)
    model.fit(X_train, y_train, batch_size=40, epochs=10, verbose=0)
    output = model(X_test).numpy()
    return output[:, 0], float(loss(y_test[:, np.newaxis], output))


accuracy, test_loss, outside = {}, {}, {}
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for name, settings in {
        "sigmoid": ("sigmoid",),
        "none, from_logits": (None, True),
        "none": (None,),
        "relu": ("relu",),
        "softmax": ("softmax",),  # over a single unit
    }.items():
        output, test_loss[name] = train(*settings)
        boundary = 0.0 if name == "none, from_logits" else 0.5
        accuracy[name] = np.mean((output > boundary) == y_test)
        outside[name] = np.mean((output < 0) | (output > 1))
        print(
            f"{name:17}  test accuracy {accuracy[name]:.2f}, "
            f"loss {test_loss[name]:.2f}, not between 0 and 1: {outside[name]:.0%}"
        )

message = str(caught[0].message)
assert "softmax over axis -1" in message
print("\nKeras warns:", message.partition("1. ")[2].partition(", ")[0])

"""Which layers take an activation function, and what each does if none is given."""

import inspect

import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

takers = [layers.Dense, layers.Conv2D, layers.SimpleRNN, layers.LSTM, layers.GRU]
others = [layers.Flatten, layers.MaxPooling2D, layers.Dropout, layers.Embedding]
default = {}
for layer in takers + others:
    arguments = inspect.signature(layer).parameters
    found = [f"{a}={arguments[a].default}" for a in arguments if "activation" in a]
    default[layer.__name__] = ", ".join(found) or "takes none"
    print(f"{layer.__name__:12}  {default[layer.__name__]}")

# XOR: what happens if the activation function of the hidden layer is forgotten?
X = np.random.default_rng(0).uniform(-1, 1, (2400, 2))
y = (X[:, 0] * X[:, 1] < 0).astype(int)
X_train, X_test, y_train, y_test = X[:400], X[400:], y[:400], y[400:]


def train(**setting):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((2,))])
    model.add(layers.Dense(16, **setting))
    model.add(layers.Dense(1, activation="sigmoid"))
    optimizer = tf.keras.optimizers.Adam(0.05)
    model.compile(optimizer, loss="binary_crossentropy", metrics=["accuracy"])
    model.fit(X_train, y_train, batch_size=40, epochs=20, verbose=0)
    return model.evaluate(X_test, y_test, batch_size=500, verbose=0)[1]


accuracy = {"relu": train(activation="relu"), "forgotten": train()}
print()
for name, value in accuracy.items():
    print(f"hidden layer {name:9}  test accuracy {value:.2f}")

"""Batch normalisation in training and in prediction, epoch by epoch."""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

X, y = load_digits(return_X_y=True)
X = X / 16
order = np.random.default_rng(0).permutation(len(X))
X_train, X_test = X[order[:640]], X[order[640:]]
y_train, y_test = y[order[:640]], y[order[640:]]


def accuracy_of(model, training):
    return np.mean(
        model(X_test, training=training).numpy().argmax(axis=1) == y_test
    )


def train(layer):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((64,)), tf.keras.layers.Dense(32)])
    model.add(layer)
    model.add(tf.keras.layers.ReLU())
    model.add(tf.keras.layers.Dense(10))
    loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(tf.keras.optimizers.Adam(0.01), loss)
    curves = {True: [], False: []}
    for _ in range(5):
        model.fit(X_train, y_train, batch_size=64, verbose=0)  # one epoch
        for training, curve in curves.items():
            curve.append(accuracy_of(model, training))
    return model, curves


batch = {}
for momentum in [0.99, 0.9]:
    model, batch[momentum] = train(
        tf.keras.layers.BatchNormalization(momentum=momentum)
    )
_, layer = train(tf.keras.layers.LayerNormalization())

print("test accuracy after epoch    1    2    5")
for name, curve in {
    "batch norm, test batch": batch[0.99][True],
    "batch norm, 0.99 gathered": batch[0.99][False],
    "batch norm, 0.9 gathered": batch[0.9][False],
    "layer norm, training": layer[True],
    "layer norm, prediction": layer[False],
}.items():
    print(f"{name:25}", *(f"{curve[k]:.2f}" for k in (0, 1, 4)))

# In training mode, a batch of one sample is its own mean
alone = [model(X_test[[i]], training=True).numpy().argmax() for i in range(10)]
classes = len(set(alone))
print("single samples, training:", *alone)

"""Train on pixels that nobody scaled, with the same loss written in three ways."""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
splits = train_test_split(X, y, test_size=0.5, random_state=0, stratify=y)
X_train, X_test, y_train, y_test = splits


def true_probability(y_true, z):
    return tf.gather(tf.nn.softmax(z), tf.cast(y_true, tf.int32), batch_dims=1)


def log_of_softmax(y_true, z):
    return -tf.math.log(true_probability(y_true, z))


def clipped(y_true, z):
    return -tf.math.log(tf.maximum(true_probability(y_true, z), 1e-7))


def train(loss, scale):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential(
        [
            tf.keras.Input((64,)),
            tf.keras.layers.Dense(32, "relu"),
            tf.keras.layers.Dense(10),  # no activation: these are logits
        ]
    )
    p = true_probability(y_train[:, np.newaxis], model(scale * X_train))
    model.compile("adam", loss)
    model.fit(scale * X_train, y_train[:, np.newaxis], epochs=5, verbose=0)
    y_pred = model.predict(scale * X_test, verbose=0).argmax(axis=1)
    unknown = np.isnan(model.layers[-1].kernel).any()
    return np.mean(p < 1e-7), unknown, np.mean(y_pred == y_test)


from_logits = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
losses = {"log of softmax": log_of_softmax, "clipped": clipped}
losses["from logits"] = from_logits
lost, is_nan, accuracy = {}, {}, {}
for scale, largest in [(1 / 16, 1), (16, 256)]:
    for name, loss in losses.items():
        outcome = train(loss, scale)
        lost[largest], is_nan[largest, name], accuracy[largest, name] = outcome
    print(f"pixels from 0 to {largest}: p < 1e-7 at first {lost[largest]:4.0%}")
    for name in losses:
        note = "  weights: nan" if is_nan[largest, name] else ""
        print(f"  {name:14}  test accuracy {accuracy[largest, name]:.2f}{note}")

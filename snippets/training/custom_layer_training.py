"""Which value of `training` do fit(), predict() and a direct call pass on?"""

import numpy as np
import tensorflow as tf

received = []


class Right(tf.keras.layers.Layer):
    def call(self, X, training=False):
        received.append(training)
        return X


class Misspelt(tf.keras.layers.Layer):
    def call(self, X, is_training=False):
        received.append(is_training)
        return X


X, y = np.ones((8, 2)), np.ones((8, 1))
passed_on = {}
for layer in [Right(), Misspelt()]:
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((2,)))
    model.add(layer)
    model.add(tf.keras.layers.Dense(1))
    model.compile(optimizer="sgd", loss="mse")

    model.fit(X, y, verbose=0)
    in_fit = received[-1]
    model.predict(X, verbose=0)
    in_predict = received[-1]
    model(X)
    name = layer.__class__.__name__
    passed_on[name] = {"fit": in_fit, "predict": in_predict, "call": received[-1]}
    print(f"{name:9}", passed_on[name])

"""Why weights start at random: from zeros, all hidden units stay alike."""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_iris

X, y = load_iris(return_X_y=True)
different_units = {}
for initializer in ["zeros", "glorot_uniform"]:
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((4,)))
    for units, activation in [(16, "sigmoid"), (3, "softmax")]:
        model.add(
            tf.keras.layers.Dense(
                units, activation=activation, kernel_initializer=initializer
            )
        )
    model.compile(
        optimizer=tf.keras.optimizers.Adam(0.03),
        loss="sparse_categorical_crossentropy",
    )
    model.fit(X, y, epochs=10, verbose=0)

    # The columns of the first kernel belong to the hidden units
    kernel = model.get_weights()[0]
    count = np.unique(kernel.round(4), axis=1).shape[1]
    different_units[initializer] = count
    print(f"{initializer:14}: {count:2} different hidden units")

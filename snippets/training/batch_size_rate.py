"""Larger batches at larger learning rates: where the same loss comes out."""

import tensorflow as tf
from sklearn.datasets import load_breast_cancer
from sklearn.preprocessing import StandardScaler

X, y = load_breast_cancer(return_X_y=True)
X, y = StandardScaler().fit_transform(X)[:128], y[:128]


def loss_after_8_epochs(batch_size, learning_rate):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((30,)))
    model.add(tf.keras.layers.Dense(8, activation="tanh"))
    model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
    model.compile(tf.keras.optimizers.SGD(learning_rate), "binary_crossentropy")
    model.fit(X, y, batch_size=batch_size, epochs=8, verbose=0)
    return model.evaluate(X, y, batch_size=128, verbose=0)


loss = {}
for batch_size, learning_rate in [
    (16, 0.1),
    (128, 0.1),
    (128, 0.8),
    (1, 0.1),
    (128, 12.8),
]:
    run = f"{batch_size} at {learning_rate}"
    loss[run] = loss_after_8_epochs(batch_size, learning_rate)
    print(f"batch {batch_size:3}, rate {learning_rate:4}: loss {loss[run]:.3f}")

"""How often does Python run call() in 20 training steps?"""

import numpy as np
import tensorflow as tf


class Network(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = tf.keras.layers.Dense(1)
        self.calls = 0

    def call(self, X):
        self.calls += 1
        return self.dense(X)


X, y = np.ones((20, 2)), np.ones((20, 1))
calls = {}
for run_eagerly in [False, True]:
    tf.keras.utils.set_random_seed(0)
    model = Network()
    model(X)  # creates the weights
    model.compile(optimizer="sgd", loss="mse", run_eagerly=run_eagerly)
    model.calls = 0
    model.fit(X, y, batch_size=1, epochs=1, verbose=0)
    steps = int(model.optimizer.iterations)
    calls[run_eagerly] = model.calls
    print(f"run_eagerly={run_eagerly}: {model.calls} calls in {steps} steps")

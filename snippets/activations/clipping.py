"""One wrong target among 500: gradient clipping limits what it can do."""

import numpy as np
import tensorflow as tf
from sklearn.datasets import make_friedman1

# What each limit makes of the gradients (3, 4) and 12 of two variables
settings = {
    "no limit": {},
    "clipvalue": {"clipvalue": 1.0},
    "clipnorm": {"clipnorm": 1.0},
    "global_clipnorm": {"global_clipnorm": 1.0},
}
gradients = [tf.constant([3.0, 4.0]), tf.constant([12.0])]
for name, limit in settings.items():
    variables = [tf.Variable([0.0, 0.0]), tf.Variable([0.0])]
    tf.keras.optimizers.SGD(1.0, **limit).apply(gradients, variables)
    used = [np.round(-v.numpy(), 2) for v in variables]
    print(f"{name:15} ", *used)

X, y = make_friedman1(900, noise=1.0, random_state=0)
X = (X - X[:500].mean(axis=0)) / X[:500].std(axis=0)
y = (y - y[:500].mean()) / y[:500].std()
y[100] *= 1000  # as if a decimal point were missing

test_mse = {}
for name in ["no limit", "global_clipnorm"]:
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((10,))])
    model.add(tf.keras.layers.Dense(32, activation="relu"))
    model.add(tf.keras.layers.Dense(1))
    model.compile(tf.keras.optimizers.SGD(0.1, **settings[name]), loss="mse")
    model.fit(X[:500], y[:500], batch_size=20, epochs=5, verbose=0)
    test_mse[name] = np.mean((model(X[500:]).numpy()[:, 0] - y[500:]) ** 2)
    print(f"trained with {name}: test MSE {test_mse[name]:.2f}")

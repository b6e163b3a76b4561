"""A range test raises the rate at every step; then five rates are really tried."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import make_friedman1

X, y = make_friedman1(900, noise=1.0, random_state=0)
X = (X - X[:500].mean(axis=0)) / X[:500].std(axis=0)
y = (y - y[:500].mean()) / y[:500].std()


class RangeTest(tf.keras.callbacks.Callback):
    def __init__(self, rates):
        super().__init__()
        self.rates, self.losses = rates, []

    def on_train_batch_begin(self, batch, logs=None):
        self.model.optimizer.learning_rate = self.rates[len(self.losses)]
        self.model.reset_metrics()  # the loss of this batch, not a mean

    def on_train_batch_end(self, batch, logs=None):
        self.losses.append(logs["loss"])


def train(rate, epochs, callbacks=()):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((10,))])
    model.add(tf.keras.layers.Dense(32, activation="relu"))
    model.add(tf.keras.layers.Dense(1))
    model.compile(tf.keras.optimizers.SGD(rate), loss="mse")
    model.fit(X[:500], y[:500], 20, epochs, callbacks=callbacks, verbose=0)
    return np.mean((model(X[500:])[:, 0] - y[500:]) ** 2)


# Four epochs of 25 steps, from a rate of 0.001 to one of 10
test = RangeTest(np.geomspace(0.001, 10, 100))
train(0.001, 4, [test])
smooth = np.convolve(test.losses, np.ones(9) / 9, mode="valid")
lowest = test.rates[4:-4][np.nanargmin(smooth)]
print(f"the loss is lowest at a rate of {lowest:.2f}")

# Eight epochs at a constant rate, on either side of it
final = {}
for factor in [0.01, 0.1, 0.3, 1, 10]:
    final[factor] = train(factor * lowest, 8)
    print(f"{factor:4} times that rate: validation loss {final[factor]:.2f}")

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.semilogx(test.rates, test.losses, ".", label="one batch")
ax.semilogx(test.rates[4:-4], smooth, label="mean of nine")
ax.axvline(lowest, color="black", linestyle=":")
ax.set(xlabel="learning rate", ylabel="loss", ylim=(0, 3), title="Range test")
ax.legend()
plt.show()

"""A tf.Variable held by a Keras model never trains; add_weight cures it."""

import warnings

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf


class Line(tf.keras.Model):
    def call(self, x):
        return self.w * x + self.b


class WithVariable(Line):
    def __init__(self):
        super().__init__()
        self.w, self.b = tf.Variable(0.0), tf.Variable(0.0)


class WithAddWeight(Line):
    def __init__(self):
        super().__init__()
        self.w = self.add_weight(shape=(), initializer="zeros", name="w")
        self.b = self.add_weight(shape=(), initializer="zeros", name="b")


x = np.arange(10)[:, None]
x = (x - x.mean()) / x.std()
y = np.array([1.0, 1.3, 3.1, 2.0, 5.0, 6.3, 6.6, 7.4, 8.0, 9.0])[:, None]

parameters, loss, warned = {}, {}, {}
models = {"tf.Variable": WithVariable(), "add_weight": WithAddWeight()}
for name, model in models.items():
    model.compile(optimizer=tf.keras.optimizers.SGD(0.05), loss="mse")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        history = model.fit(
            x, y, batch_size=10, epochs=30, shuffle=False, verbose=0
        )
    loss[name] = history.history["loss"]
    warned[name] = [str(warning.message) for warning in caught]
    parameters[name] = model.count_params()
    print(f"{name}: {parameters[name]} parameters")
    print(f"  loss {loss[name][0]:.2f} -> {loss[name][-1]:.2f}", *warned[name])
assert warned["tf.Variable"] == ["The model does not have any trainable weights."]

fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
for (name, values), style in zip(loss.items(), ["--", "-"]):
    ax.plot(range(1, 31), values, style, label=name)
ax.set(xlabel="epoch", ylabel="loss", title="Same data, same optimizer", ylim=0)
ax.legend()
plt.show()

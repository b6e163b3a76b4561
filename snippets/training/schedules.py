"""One network with two constant learning rates and with a rate that falls."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import make_friedman1

X, y = make_friedman1(900, noise=1.0, random_state=0)
X = (X - X[:500].mean(axis=0)) / X[:500].std(axis=0)
y = (y - y[:500].mean()) / y[:500].std()
EPOCHS, STEPS_PER_EPOCH = 15, 25  # 500 samples in batches of 20


def train(learning_rate):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((10,))])
    model.add(tf.keras.layers.Dense(32, activation="relu"))
    model.add(tf.keras.layers.Dense(1))
    model.compile(tf.keras.optimizers.SGD(learning_rate), loss="mse")
    return model.fit(
        X[:500],
        y[:500],
        batch_size=20,
        epochs=EPOCHS,
        validation_data=(X[500:], y[500:]),
        validation_batch_size=400,
        verbose=0,
    ).history["val_loss"]


cosine = tf.keras.optimizers.schedules.CosineDecay(0.3, EPOCHS * STEPS_PER_EPOCH)
last, wobble = {}, {}
steps = np.arange(EPOCHS * STEPS_PER_EPOCH)
fig, (left, right) = plt.subplots(1, 2, figsize=(7, 3), layout="constrained")
for name, rate, style in [
    ("0.03", 0.03, ":"),
    ("0.3", 0.3, "--"),
    ("0.3 to 0", cosine, "-"),
]:
    loss = train(rate)
    last[name], wobble[name] = loss[-1], np.ptp(loss[-4:])
    print(f"{name:8}  validation loss {last[name]:.3f}", end=", ")
    print(f"last four epochs within {wobble[name]:.3f}")
    left.plot(
        steps, [float(rate(s)) if rate is cosine else rate for s in steps], style
    )
    right.plot(range(1, EPOCHS + 1), loss, style, label=name)
left.set(xlabel="step", ylabel="learning rate")
right.set(xlabel="epoch", ylabel="validation loss")
right.legend(title="learning rate")
plt.show()

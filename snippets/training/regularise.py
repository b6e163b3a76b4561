"""Overfitting, and four remedies, each added to the same training."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

X, y = load_diabetes(return_X_y=True, scaled=False)
X = (X - X[:100].mean(axis=0)) / X[:100].std(axis=0)
y = (y - y[:100].mean()) / y[:100].std()
test_set = tf.data.Dataset.from_tensor_slices((X[300:], y[300:])).batch(142)


def train(samples=100, epochs=50, l2=0.0, batch_norm=False, dropout=0.0):
    tf.keras.utils.set_random_seed(0)
    penalty = tf.keras.regularizers.L2(l2)
    model = tf.keras.Sequential([tf.keras.Input((10,))])
    model.add(tf.keras.layers.Dense(16, kernel_regularizer=penalty))
    if batch_norm:
        model.add(tf.keras.layers.BatchNormalization())
    model.add(tf.keras.layers.ReLU())
    if dropout:
        model.add(tf.keras.layers.Dropout(dropout))
    model.add(tf.keras.layers.Dense(1, kernel_regularizer=penalty))
    model.compile(tf.keras.optimizers.Adam(0.01), loss="mse", metrics=["mse"])
    train_set = tf.data.Dataset.from_tensor_slices((X[:samples], y[:samples]))
    history = model.fit(
        train_set.shuffle(samples).batch(20),
        shuffle=False,  # the data set itself shuffles
        epochs=epochs,
        validation_data=test_set,
        verbose=0,
    )
    train_mse = model.evaluate(X[:100], y[:100], batch_size=100, verbose=0)[1]
    return train_mse, history.history["val_mse"]


runs = {
    "nothing": train(),
    "L2": train(l2=0.03),
    "dropout": train(dropout=0.5),
    "batch norm": train(batch_norm=True),
    "more data": train(samples=300, epochs=17),  # about as many updates
}
train_mse, test_mse = {}, {}
fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
styles = ["-", "--", "-.", ":", "-"]
for (name, (fitted, curve)), style in zip(runs.items(), styles):
    train_mse[name], test_mse[name] = fitted, curve[-1]
    print(f"{name:11}  training {fitted:.2f}, test {curve[-1]:.2f}")
    steps = np.linspace(0, 250, len(curve) + 1)[1:]
    width = 3 if name == "more data" else 1.5
    ax.plot(steps, curve, style, linewidth=width, label=name)
ax.set(xlabel="updates", ylabel="test MSE", ylim=(0.5, 1.2), title="One seed")
ax.legend(ncols=2)
plt.show()

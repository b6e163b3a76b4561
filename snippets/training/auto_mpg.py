"""Fuel economy of 392 cars: the mean, a linear regression and a small network."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from mlxtend.data import autompg_data
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split

X, y = autompg_data()
print("missing values in each column:", *np.isnan(X).sum(axis=0))
# Leave out the empty column; the origin is a code, so it becomes three columns
origin = tf.keras.utils.to_categorical(X[:, 6] - 1)
X = np.hstack([X[:, :6], origin]).astype("float32")
X_train, X_test, y_train, y_test = train_test_split(
    X, y, train_size=0.8, random_state=1
)
relu = {"activation": "relu", "kernel_initializer": "he_normal"}


def train(seed):
    tf.keras.utils.set_random_seed(seed)
    scale = tf.keras.layers.Normalization()
    scale.adapt(X_train)  # mean and variance of the training cars alone
    model = tf.keras.Sequential([tf.keras.Input((9,)), scale])
    model.add(tf.keras.layers.Dense(32, **relu))
    model.add(tf.keras.layers.Dense(16, **relu))
    model.add(tf.keras.layers.Dense(1))
    model.compile(tf.keras.optimizers.Adam(0.01), loss="mse")
    model.fit(X_train, y_train, epochs=20, verbose=0)
    return model(X_train).numpy(), model(X_test).numpy()


linear = LinearRegression().fit(X_train, y_train)
mean = y_train.mean()
predictions = {
    "mean": (np.full(len(y_train), mean), np.full(len(y_test), mean)),
    "linear": (linear.predict(X_train), linear.predict(X_test)),
}
for seed in range(5):
    predictions[f"network, seed {seed}"] = train(seed)
train_mse, test_mse = {}, {}
print("mean squared error")
for name, (on_train, on_test) in predictions.items():
    train_mse[name] = mean_squared_error(y_train, on_train)
    test_mse[name] = mean_squared_error(y_test, on_test)
    print(f"{name:16} training {train_mse[name]:4.1f}, test {test_mse[name]:4.1f}")

fig, axes = plt.subplots(1, 2, figsize=(7, 4), sharey=True, layout="constrained")
for ax, name in zip(axes, ["linear", "network, seed 0"]):
    ax.plot(y_test, predictions[name][1], "o", markersize=4)
    ax.axline((10, 10), slope=1, color="black", linestyle="--")
    ax.set(xlabel="true miles per gallon", title=name, aspect="equal")
axes[0].set_ylabel("predicted miles per gallon")
plt.show()

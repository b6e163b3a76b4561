"""Fuel economy of 392 cars: the mean, a linear regression and a small network."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from mlxtend.data import autompg_data
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split

X, y = autompg_data()
missing = np.isnan(X).sum(axis=0).tolist()
print("missing values in each column:", *missing)
# Leave out the empty column; the origin is a code, so it becomes three columns
X = np.hstack([X[:, :6], X[:, [6]] == [1, 2, 3]]).astype("float32")
X_train, X_test, y_train, y_test = train_test_split(
    X, y, train_size=0.8, random_state=1
)
linear = LinearRegression().fit(X_train, y_train)


def train(seed):
    tf.keras.utils.set_random_seed(seed)
    scale = tf.keras.layers.Normalization()
    scale.adapt(X_train)  # mean and variance of the training cars alone
    model = tf.keras.Sequential([tf.keras.Input((9,)), scale])
    model.add(tf.keras.layers.Dense(8, activation="relu"))
    model.add(tf.keras.layers.Dense(4, activation="relu"))
    model.add(tf.keras.layers.Dense(1))
    model.compile(tf.keras.optimizers.Adam(0.03), "mse", steps_per_execution=20)
    model.fit(X_train, y_train, batch_size=16, epochs=20, verbose=0)
    return lambda X: model(X).numpy()[:, 0]


predict = {
    "mean": lambda X: np.full(len(X), y_train.mean()),
    "linear": linear.predict,
}
predict |= {f"network, seed {seed}": train(seed) for seed in range(4)}
train_mse, test_mse = {}, {}
print("mean squared error")
for name, function in predict.items():
    train_mse[name] = mean_squared_error(y_train, function(X_train))
    test_mse[name] = mean_squared_error(y_test, function(X_test))
    print(f"{name:16} training {train_mse[name]:4.1f}, test {test_mse[name]:4.1f}")

fig, axes = plt.subplots(
    1, 2, figsize=(6.6, 3.5), sharey=True, layout="constrained"
)
for ax, name in zip(axes, ["linear", "network, seed 0"]):
    ax.plot(y_test, predict[name](X_test), "o", markersize=4)
    ax.axline((10, 10), slope=1, color="black", linestyle="--")
    ax.set(xlabel="true miles per gallon", title=name, aspect="equal")
axes[0].set_ylabel("predicted miles per gallon")
plt.show()

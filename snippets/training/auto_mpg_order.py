"""Shuffled cars or the newest cars as test dataset: two questions, two answers."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from mlxtend.data import autompg_data
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split

X, y = autompg_data()
in_order = bool(np.all(np.diff(X[:, 5]) >= 0))
print("sorted by model year:", in_order)
origin = tf.keras.utils.to_categorical(X[:, 6] - 1)
X = np.hstack([X[:, :6], origin]).astype("float32")
relu = {"activation": "relu", "kernel_initializer": "he_normal"}


def train(X_train, y_train):
    tf.keras.utils.set_random_seed(0)
    scale = tf.keras.layers.Normalization()
    scale.adapt(X_train)
    model = tf.keras.Sequential([tf.keras.Input((9,)), scale])
    model.add(tf.keras.layers.Dense(32, **relu))
    model.add(tf.keras.layers.Dense(16, **relu))
    model.add(tf.keras.layers.Dense(1))
    model.compile(tf.keras.optimizers.Adam(0.01), loss="mse")
    model.fit(X_train, y_train, epochs=20, verbose=0)
    return model


splits = {
    f"random {i}": train_test_split(X, y, train_size=0.8, random_state=i)
    for i in range(1, 6)
}
splits["newest cars"] = train_test_split(X, y, train_size=0.8, shuffle=False)
linear_mse, network_mse = {}, {}
for name, (X_train, X_test, y_train, y_test) in splits.items():
    linear = LinearRegression().fit(X_train, y_train)
    linear_mse[name] = mean_squared_error(y_test, linear.predict(X_test))
    y_pred = train(X_train, y_train)(X_test).numpy()
    network_mse[name] = mean_squared_error(y_test, y_pred)
    mse = f"linear {linear_mse[name]:4.1f}, network {network_mse[name]:4.1f}"
    print(f"{name:12} test MSE of {mse}")

older, newest = y_train.mean(), y_test.mean()  # of the last split
print(f"mean mpg of the older cars {older:.1f}, of the newest {newest:.1f}")

fig, ax = plt.subplots(figsize=(6, 3), layout="constrained")
ax.plot(splits.keys(), linear_mse.values(), "o", label="linear regression")
ax.plot(splits.keys(), network_mse.values(), "^", label="network")
ax.set(ylabel="test MSE", ylim=(0, None), title="Six test datasets")
ax.legend()
plt.show()

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
X = np.hstack([X[:, :6], X[:, [6]] == [1, 2, 3]]).astype("float32")


def network(X_train, y_train):
    tf.keras.utils.set_random_seed(0)
    scale = tf.keras.layers.Normalization()
    scale.adapt(X_train)
    model = tf.keras.Sequential([tf.keras.Input((9,)), scale])
    model.add(tf.keras.layers.Dense(8, activation="relu"))
    model.add(tf.keras.layers.Dense(4, activation="relu"))
    model.add(tf.keras.layers.Dense(1))
    model.compile(tf.keras.optimizers.Adam(0.03), "mse", steps_per_execution=20)
    model.fit(X_train, y_train, batch_size=16, epochs=20, verbose=0)
    return lambda X: model(X).numpy()[:, 0]


splits = {
    f"random {i}": train_test_split(X, y, train_size=0.8, random_state=i)
    for i in [1, 2, 3]
}
splits["newest cars"] = train_test_split(X, y, train_size=0.8, shuffle=False)
linear_mse, network_mse = {}, {}
for name, (X_train, X_test, y_train, y_test) in splits.items():
    linear = LinearRegression().fit(X_train, y_train)
    linear_mse[name] = mean_squared_error(y_test, linear.predict(X_test))
    predict = network(X_train, y_train)
    network_mse[name] = mean_squared_error(y_test, predict(X_test))
    mse = f"linear {linear_mse[name]:4.1f}, network {network_mse[name]:4.1f}"
    print(f"{name:12} test MSE of {mse}")

older, newest = y_train.mean(), y_test.mean()  # of the last split
print(f"mean mpg of the older cars {older:.1f}, of the newest {newest:.1f}")

fig, ax = plt.subplots(figsize=(6, 3), layout="constrained")
ax.plot(splits.keys(), linear_mse.values(), "o", label="linear regression")
ax.plot(splits.keys(), network_mse.values(), "^", label="network")
ax.set(
    ylabel="test MSE", ylim=(0, None), title="Which cars are in the test dataset?"
)
ax.legend()
plt.show()

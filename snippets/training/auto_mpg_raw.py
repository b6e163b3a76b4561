"""The same network without normalisation: its units fall silent."""

import numpy as np
import tensorflow as tf
from mlxtend.data import autompg_data
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split

X, y = autompg_data()
X = np.hstack([X[:, :6], X[:, [6]] == [1, 2, 3]]).astype("float32")
X_train, X_test, y_train, y_test = train_test_split(
    X, y, train_size=0.8, random_state=1
)
print("mean of each column:", *(f"{mean:.1f}" for mean in X_train.mean(axis=0)))

raw_mse, silent = [], []
for seed in range(4):
    tf.keras.utils.set_random_seed(seed)
    model = tf.keras.Sequential([tf.keras.Input((9,))])
    model.add(tf.keras.layers.Dense(8, activation="relu"))
    model.add(tf.keras.layers.Dense(4, activation="relu"))
    model.add(tf.keras.layers.Dense(1))
    model.compile(tf.keras.optimizers.Adam(0.03), "mse", steps_per_execution=20)
    model.fit(X_train, y_train, batch_size=16, epochs=20, verbose=0)
    raw_mse.append(mean_squared_error(y_test, model(X_test).numpy()[:, 0]))
    A = model.layers[1](model.layers[0](X_train)).numpy()
    silent.append(int(np.sum(np.all(A == 0, axis=0))))
    print(
        f"seed {seed}: test MSE {raw_mse[-1]:5.1f}, "
        f"{silent[-1]} of 4 units silent in the second hidden layer"
    )

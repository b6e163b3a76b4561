"""The model year as a number, in bins and one-hot: which predicts best?"""

import numpy as np
import tensorflow as tf
from mlxtend.data import autompg_data
from sklearn.model_selection import train_test_split

X, mpg = autompg_data()
X_train, X_test, y_train, y_test = train_test_split(
    X[:, :6], mpg, test_size=79, random_state=0
)
scale = tf.keras.layers.Normalization()
scale.adapt(X_train)
edges = {"3 bins": [75, 78], "13 bins": list(range(71, 83))}


def prepare(X, name):
    scaled = scale(X).numpy()
    if name == "number":
        return scaled
    bins = tf.keras.layers.Discretization(edges[name], output_mode="one_hot")
    return np.hstack([scaled[:, :5], bins(X[:, 5:])])


def train(name):
    tf.keras.utils.set_random_seed(0)
    inputs = prepare(X_train, name)
    model = tf.keras.Sequential([tf.keras.Input((inputs.shape[1],))])
    model.add(tf.keras.layers.Dense(32, activation="relu"))
    model.add(tf.keras.layers.Dense(1))
    model.compile(tf.keras.optimizers.Adam(0.01), loss="mse")
    model.fit(inputs, y_train, epochs=20, verbose=0)
    return np.mean((model(prepare(X_test, name)).numpy()[:, 0] - y_test) ** 2)


mse = {}
for name in ["number", "3 bins", "13 bins"]:
    mse[name] = train(name)
    print(f"{name:8} test MSE {mse[name]:.1f}")

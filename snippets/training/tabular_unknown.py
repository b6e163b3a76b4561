"""An origin that no training car has: what happens to its weights, and a remedy."""

import numpy as np
import tensorflow as tf
from mlxtend.data import autompg_data
from sklearn.model_selection import train_test_split

X, mpg = autompg_data()
origin = np.array(["USA", "Europe", "Japan"])[X[:, 6:7].astype(int) - 1]
X_train, X_test, o_train, o_test, y_train, y_test = train_test_split(
    X[:, :6], origin, mpg, test_size=79, random_state=0
)
scale = tf.keras.layers.Normalization()
scale.adapt(X_train)
lookup = tf.keras.layers.StringLookup(output_mode="one_hot")
lookup.adapt(o_train)


def prepare(X, origin):
    return np.hstack([scale(X), lookup(origin)])


def train(o_train):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((10,))])
    model.add(tf.keras.layers.Dense(32, activation="relu"))
    model.add(tf.keras.layers.Dense(1))
    before = model.layers[0].kernel.numpy()
    model.compile(tf.keras.optimizers.Adam(0.01), loss="mse")
    model.fit(prepare(X_train, o_train), y_train, epochs=20, verbose=0)
    after = model.layers[0].kernel.numpy()
    # column 6 is [UNK], the origin that is not in the vocabulary
    changed = np.abs(after - before).max(axis=1)[[6, 7]]
    known = model(prepare(X_test, o_test)).numpy()[:, 0]
    unknown = model(prepare(X_test, np.full_like(o_test, "Korea"))).numpy()[:, 0]
    return changed, np.mean((known - y_test) ** 2), np.mean((unknown - y_test) ** 2)


rng = np.random.default_rng(0)
hidden = np.where(rng.random(o_train.shape) < 0.1, "other", o_train)
known, unknown = {}, {}
for name, column in [("as it is", o_train), ("one in ten hidden", hidden)]:
    changed, known[name], unknown[name] = train(column)
    print(f"{name}: weights of [UNK] changed: {changed[0] > 0}", end=", ")
    print(f"those of USA: {changed[1] > 0}")
    print(f"  test MSE {known[name]:.1f}, with unknown origins {unknown[name]:.1f}")

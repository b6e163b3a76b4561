"""One network with and without its Normalization layer, four seeds each."""

import numpy as np
import tensorflow as tf
from mlxtend.data import autompg_data
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split

X, y = autompg_data()
origin = tf.keras.utils.to_categorical(X[:, 6] - 1)
X = np.hstack([X[:, :6], origin]).astype("float32")
X_train, X_test, y_train, y_test = train_test_split(
    X, y, train_size=0.8, random_state=1
)
print("mean of each column:", *(f"{mean:.1f}" for mean in X_train.mean(axis=0)))
relu = {"activation": "relu", "kernel_initializer": "he_normal"}


def build_model(normalised):
    model = tf.keras.Sequential([tf.keras.Input((9,))])
    if normalised:
        scale = tf.keras.layers.Normalization()
        scale.adapt(X_train)
        model.add(scale)
    model.add(tf.keras.layers.Dense(32, **relu))
    model.add(tf.keras.layers.Dense(16, **relu))
    model.add(tf.keras.layers.Dense(1))
    model.compile(tf.keras.optimizers.Adam(0.01), loss="mse")
    return model


first_loss, mse = {}, {}
for normalised, name in [(True, "scaled"), (False, "raw")]:
    for seed in range(4):
        tf.keras.utils.set_random_seed(seed)
        model = build_model(normalised)
        run = f"{name} {seed}"
        first_loss[run] = mean_squared_error(y_train, model(X_train).numpy())
        model.fit(X_train, y_train, epochs=20, verbose=0)
        mse[run] = mean_squared_error(y_test, model(X_test).numpy())
        print(
            f"{run:8}  loss before training {first_loss[run]:9,.0f}, "
            f"test MSE after it {mse[run]:5.1f}"
        )

"""Why a validation loss can lie below the training loss without any fault."""

import tensorflow as tf
from sklearn.datasets import make_moons

X, y = make_moons(400, noise=0.3, random_state=0)
X_train, y_train, X_val, y_val = X[:200], y[:200], X[200:], y[200:]
logged, evaluated, validation = {}, {}, {}
for rate in [0.0, 0.8]:
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Dense(32, activation="relu"))
    model.add(tf.keras.layers.Dropout(rate))
    model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
    model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy")
    history = model.fit(X_train, y_train, batch_size=40, epochs=15, verbose=0)
    logged[rate] = history.history["loss"][-1]
    evaluated[rate] = model.evaluate(X_train, y_train, verbose=0)
    validation[rate] = model.evaluate(X_val, y_val, verbose=0)
    print(f"dropout {rate}")
    print(f"  training loss as fit logs it:   {logged[rate]:.3f}")
    print(f"  training loss of the end model: {evaluated[rate]:.3f}")
    print(f"  validation loss:                {validation[rate]:.3f}")

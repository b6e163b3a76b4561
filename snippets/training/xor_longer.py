"""The stuck network once more: its silent units, and six times as many updates."""

import numpy as np
import tensorflow as tf

np.random.seed(1)
X = np.random.uniform(-1, 1, (200, 2)).astype("float32")
y = (X[:, 0] * X[:, 1] >= 0).astype(int)
X_train, X_test, y_train, y_test = X[:100], X[100:], y[:100], y[100:]

tf.keras.utils.set_random_seed(4)
model = tf.keras.Sequential([tf.keras.Input((2,))])
for _ in range(3):
    model.add(tf.keras.layers.Dense(4, activation="relu"))
model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
model.compile(
    tf.keras.optimizers.SGD(0.1), "binary_crossentropy", steps_per_execution=50
)


def silent_units():
    A, silent = X_train, []
    for layer in model.layers[:-1]:
        A = layer(A).numpy()
        silent.append(int(np.sum(np.all(A == 0, axis=0))))
    return silent


dataset = tf.data.Dataset.from_tensor_slices((X_train, y_train))
dataset = dataset.shuffle(100).repeat(100).batch(10)  # 1,000 updates
before = silent_units()
print("silent units in each hidden layer:", *before)
loss, accuracy = {}, {}
for updates in range(1000, 7000, 1000):
    fitted = model.fit(dataset, shuffle=False, verbose=0)
    y_pred = model(X_test).numpy()[:, 0] > 0.5
    loss[updates] = fitted.history["loss"][0]
    accuracy[updates] = np.mean(y_pred == y_test)
    print(f"{updates}: loss {loss[updates]:.2f}, accuracy {accuracy[updates]:.2f}")
after = silent_units()
print("silent units in each hidden layer:", *after)

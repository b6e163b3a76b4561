"""A whole training: data, model, compile(), fit(), and how to read its history."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import make_moons

tf.keras.utils.set_random_seed(1)
X, y = make_moons(400, noise=0.2, random_state=0)
X_train, X_val, y_train, y_val = X[:300], X[300:], y[:300], y[300:]

# Stack the layers
model = tf.keras.Sequential()
model.add(tf.keras.Input((2,)))
model.add(tf.keras.layers.Dense(16, activation="relu"))
model.add(tf.keras.layers.Dense(16, activation="relu"))
model.add(tf.keras.layers.Dense(1, activation="sigmoid"))

# Choose the optimizer, the loss and the metric
model.compile(
    optimizer=tf.keras.optimizers.Adam(0.01),
    loss="binary_crossentropy",
    metrics=["accuracy"],
)

# Train
history = model.fit(
    X_train, y_train, validation_data=(X_val, y_val), epochs=40, verbose=0
)

# Read the history: one value per epoch and name
loss, val_loss = history.history["loss"], history.history["val_loss"]
val_accuracy = history.history["val_accuracy"]
print("names:", *history.history)
print("epoch  loss  val_loss  val_accuracy")
for i in [0, 9, 19, 29, 39]:
    print(f"{i + 1:5} {loss[i]:5.2f} {val_loss[i]:9.2f} {val_accuracy[i]:13.2f}")
best_epoch = int(np.argmin(val_loss)) + 1
lowest = min(val_loss)
print(f"lowest validation loss: {lowest:.2f}, after epoch {best_epoch}")

fig, (left, right) = plt.subplots(1, 2, figsize=(7, 3.2), layout="constrained")
left.plot(range(1, 41), loss, label="training")
left.plot(range(1, 41), val_loss, "--", label="validation")
left.set(xlabel="epoch", ylabel="loss", title="Learning curves")
left.legend()

x1, x2 = np.meshgrid(np.linspace(-1.8, 2.8, 60), np.linspace(-1.3, 1.8, 60))
grid = np.column_stack([x1.ravel(), x2.ravel()])
probability = model.predict(grid, verbose=0).reshape(x1.shape)
right.contour(x1, x2, probability, levels=[0.5], colors="black")
for label, marker in [(0, "o"), (1, "x")]:
    right.plot(*X_val[y_val == label].T, marker, markersize=4)
right.set(xlabel="x₁", ylabel="x₂", title="Decision boundary")
plt.show()

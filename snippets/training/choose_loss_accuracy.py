"""Accuracy() asks whether two numbers are equal, BinaryAccuracy() rounds first."""

import matplotlib.pyplot as plt
import tensorflow as tf
from sklearn.datasets import load_iris

tf.keras.utils.set_random_seed(0)
X, species = load_iris(return_X_y=True)
y = (species == 2).astype(int)  # is it virginica?

model = tf.keras.Sequential()
model.add(tf.keras.Input((4,)))
model.add(tf.keras.layers.Dense(16, activation="relu"))
model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
model.compile(
    optimizer=tf.keras.optimizers.Adam(0.01),
    loss="binary_crossentropy",
    metrics=[
        tf.keras.metrics.Accuracy(name="equal"),
        tf.keras.metrics.BinaryAccuracy(name="same_side"),
        "accuracy",
    ],
)
history = model.fit(X, y, epochs=20, verbose=0)
curves = history.history
for name in ["equal", "same_side", "accuracy"]:
    print(f"{name:9} after 20 epochs: {curves[name][-1]:.2f}")
assert curves["accuracy"] == curves["same_side"]

epoch = range(1, 21)
fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.plot(epoch, curves["same_side"], label="BinaryAccuracy()")
ax.plot(epoch, curves["equal"], "--", label="Accuracy()")
ax.set(xlabel="epoch", ylabel="value", ylim=(-0.05, 1.05))
ax.set_xticks([1, 5, 10, 15, 20])
ax.set_title("One training, two metrics")
ax.legend(loc="center right")
plt.show()

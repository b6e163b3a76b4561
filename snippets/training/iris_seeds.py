"""The same training with other first weights, and with other test flowers."""

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
    train_set = tf.data.Dataset.from_tensor_slices((X_train, y_train))
    tf.keras.utils.set_random_seed(weight_seed)
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((4,)))
    model.add(tf.keras.layers.Dense(16, activation="sigmoid"))
    model.add(tf.keras.layers.Dense(3, activation="softmax"))
    model.compile(
        optimizer=tf.keras.optimizers.Adam(0.03),
        loss="sparse_categorical_crossentropy",
    )
    # shuffle=False is for fit() alone: the data set itself shuffles
    model.fit(train_set.shuffle(100).batch(16), shuffle=False, epochs=30, verbose=0)
    probability = model(X_test).numpy()
    return np.mean(probability.argmax(axis=1) == y_test)


accuracy = {
    "other weights": [test_accuracy(seed, split_seed=1) for seed in range(4)],
    "other split": [test_accuracy(0, split_seed) for split_seed in range(2, 6)],
}
fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
for (name, values), marker in zip(accuracy.items(), "os", strict=True):
    print(f"{name:13}", *(f"{value:.2f}" for value in values))
    ax.plot(range(1, 5), values, marker, label=name)
ax.set(xlabel="training", ylabel="test accuracy", ylim=(0.89, 1.01))
ax.set_xticks(range(1, 5))
ax.set_title("Eight runs of one network")
ax.legend(loc="lower left")
plt.show()

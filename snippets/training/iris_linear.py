"""Iris without the hidden layer: what the 16 units were worth."""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = load_iris(return_X_y=True)
loss, after_30_epochs, to_the_end = [], [], []
for split_seed in range(2, 8):
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=50, stratify=y, random_state=split_seed
    )
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((4,)))
    model.add(tf.keras.layers.Dense(3, activation="softmax"))
    model.compile(
        optimizer=tf.keras.optimizers.Adam(0.03),
        loss="sparse_categorical_crossentropy",
    )
    history = model.fit(X_train, y_train, batch_size=16, epochs=30, verbose=0)
    loss.append(history.history["loss"][-1])
    y_pred = model(X_test).numpy().argmax(axis=1)
    after_30_epochs.append(np.mean(y_pred == y_test))

    # The same model, trained until its loss falls no further
    regression = LogisticRegression(C=np.inf, max_iter=10_000).fit(X_train, y_train)
    to_the_end.append(regression.score(X_test, y_test))

parameters = model.count_params()
mean_after_30, mean_to_the_end = np.mean(after_30_epochs), np.mean(to_the_end)
print(f"{parameters} parameters, six splits")
results = {
    "training loss, 30 epochs": loss,
    "test accuracy, 30 epochs": after_30_epochs,
    "test accuracy, at the end": to_the_end,
}
for name, values in results.items():
    print(f"{name:25}", *(f"{value:.2f}" for value in values))

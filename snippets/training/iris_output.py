"""What fit() prints while it trains, without the times that change every run."""

import contextlib
import io
import re

import tensorflow as tf
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split

tf.keras.utils.set_random_seed(0)
X, y = load_iris(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=50, stratify=y, random_state=1
)
model = tf.keras.Sequential()
model.add(tf.keras.Input((4,)))
model.add(tf.keras.layers.Dense(16, activation="sigmoid"))
model.add(tf.keras.layers.Dense(3, activation="softmax"))
model.compile(
    optimizer=tf.keras.optimizers.Adam(0.03),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)

printed = io.StringIO()
with contextlib.redirect_stdout(printed):
    history = model.fit(
        X_train, y_train, batch_size=16, epochs=3, validation_split=0.2, verbose=2
    )
print(re.sub(r" - \d+s - \d+\w+/step", "", printed.getvalue()))

# The same values are kept in the history
for name, values in history.history.items():
    print(f"{name:12}", *(f"{value:.4f}" for value in values))

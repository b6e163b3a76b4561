"""Five tasks on one data set, each with its output layer, loss and metric."""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_iris

X, species = load_iris(return_X_y=True)
X, petal_width = X[:, :3], X[:, 3]
both = np.column_stack([species == 2, petal_width > 1])
one_hot = tf.keras.utils.to_categorical(species)

# Labels, output units, their activation function, loss, metric
tasks = {
    "question": (species == 2, 1, "sigmoid", "binary_crossentropy", "accuracy"),
    "number": (
        species,
        3,
        "softmax",
        "sparse_categorical_crossentropy",
        "accuracy",
    ),
    "one-hot": (one_hot, 3, "softmax", "categorical_crossentropy", "accuracy"),
    "questions": (both, 2, "sigmoid", "binary_crossentropy", "binary_accuracy"),
    "quantity": (petal_width, 1, None, "mean_squared_error", "mean_absolute_error"),
}
metric = {}
for task, (y, units, activation, loss, name) in tasks.items():
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((3,)))
    model.add(tf.keras.layers.Dense(16, activation="relu"))
    model.add(tf.keras.layers.Dense(units, activation=activation))
    model.compile(tf.keras.optimizers.Adam(0.03), loss=loss, metrics=[name])
    history = model.fit(X, y, batch_size=16, epochs=15, verbose=0)
    metric[task] = history.history[name][-1]
    print(f"{task:9} {y.shape!s:8} {name:19} {metric[task]:.2f}")

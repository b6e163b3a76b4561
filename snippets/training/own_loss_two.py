"""Two outputs with a loss each: what does the weight of a loss change?"""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split

X, species = load_iris(return_X_y=True)
X, width = X[:, :3], X[:, 3] * 10  # petal width, in millimetres
X_train, X_test, species_train, species_test, width_train, width_test = (
    train_test_split(X, species, width, test_size=50, random_state=0)
)


def train(width_weight):
    tf.keras.utils.set_random_seed(0)
    inputs = tf.keras.Input((3,))
    hidden = tf.keras.layers.Dense(16, activation="relu")(inputs)
    outputs = {
        "species": tf.keras.layers.Dense(3, activation="softmax")(hidden),
        "width": tf.keras.layers.Dense(1)(hidden),
    }
    model = tf.keras.Model(inputs, outputs)
    model.compile(
        tf.keras.optimizers.Adam(0.01),
        loss={"species": "sparse_categorical_crossentropy", "width": "mse"},
        loss_weights={"species": 1.0, "width": width_weight},
    )
    targets = {"species": species_train, "width": width_train}
    model.fit(X_train, targets, batch_size=10, epochs=10, verbose=0)
    predicted = model(X_test)
    accuracy = np.mean(np.argmax(predicted["species"], axis=1) == species_test)
    return accuracy, np.mean((predicted["width"].numpy()[:, 0] - width_test) ** 2)


accuracy, mse = {}, {}
for weight in [0, 0.01, 1]:
    accuracy[weight], mse[weight] = train(weight)
    print(f"weight {weight:4}: accuracy {accuracy[weight]:.2f}", end=", ")
    print(f"MSE of the width {mse[weight]:.0f} mm²")

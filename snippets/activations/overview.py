"""The same small network with four activation functions draws four boundaries."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split

X, y = make_moons(2000, noise=0.15, random_state=0)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.5, random_state=0
)


def train(activation):
    tf.keras.utils.set_random_seed(0)  # the same initial weights for all four
    model = tf.keras.Sequential(
        [
            tf.keras.Input((2,)),
            tf.keras.layers.Dense(16, activation),
            tf.keras.layers.Dense(1, "sigmoid"),
        ]
    )
    model.compile(
        tf.keras.optimizers.Adam(0.1), "binary_crossentropy", metrics=["accuracy"]
    )
    model.fit(X_train, y_train, batch_size=20, epochs=20, verbose=0)
    return model


keras_names = {
    "linear": "linear",
    "logistic": "sigmoid",
    "tanh": "tanh",
    "ReLU": "relu",
}
x1, x2 = np.meshgrid(np.linspace(-1.6, 2.6, 85), np.linspace(-1.2, 1.7, 59))
grid = np.column_stack([x1.ravel(), x2.ravel()])
accuracy = {}
fig, axes = plt.subplots(2, 2, figsize=(6.6, 4.8), layout="constrained")
for ax, (name, keras_name) in zip(axes.flat, keras_names.items()):
    model = train(keras_name)
    accuracy[name] = model.evaluate(X_test, y_test, verbose=0)[1]
    print(f"{name:8}  test accuracy {accuracy[name]:.2f}")
    probability = model.predict(grid, verbose=0).reshape(x1.shape)
    ax.contour(x1, x2, probability, levels=[0.5], colors="black")
    for label, marker in [(0, "o"), (1, "x")]:
        points = X_test[y_test == label][:150]
        ax.plot(points[:, 0], points[:, 1], marker, markersize=3)
    ax.set(title=name, xticks=[], yticks=[])
plt.show()

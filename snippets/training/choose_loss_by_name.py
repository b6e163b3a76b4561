"""Two models in which the metric "accuracy" does not count what one thinks."""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_iris

X, species = load_iris(return_X_y=True)
X, petal_width = X[:, :3], X[:, 3]
virginica = (species == 2)[:, None]
both = np.column_stack([species == 2, petal_width > 1])


def train(y, activation, right_metric):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((3,)))
    model.add(tf.keras.layers.Dense(16, activation="relu"))
    model.add(tf.keras.layers.Dense(y.shape[1], activation=activation))
    model.compile(
        optimizer=tf.keras.optimizers.Adam(0.03),
        loss=tf.keras.losses.BinaryCrossentropy(from_logits=activation is None),
        metrics=["accuracy", right_metric],
    )
    model.fit(X, y, epochs=10, verbose=0)
    _, by_name, right = model.evaluate(X, y, verbose=0)
    return model(X).numpy(), by_name, right


# Logits: the line between yes and no is at 0, not at 0.5
z, logits_by_name, logits_right = train(
    virginica, None, tf.keras.metrics.BinaryAccuracy(threshold=0)
)
assert np.isclose(logits_right, np.mean((z > 0) == virginica))
assert np.isclose(logits_by_name, np.mean((z > 0.5) == virginica))
print(
    f"logits:        accuracy {logits_by_name:.2f}, threshold=0 {logits_right:.2f}"
)

# Two questions: the larger of two outputs is not an answer
p, both_by_name, both_right = train(both, "sigmoid", "binary_accuracy")
assert np.isclose(both_right, np.mean((p > 0.5) == both))
assert np.isclose(both_by_name, np.mean(p.argmax(axis=1) == both.argmax(axis=1)))
print(
    f"two questions: accuracy {both_by_name:.2f}, binary_accuracy {both_right:.2f}"
)

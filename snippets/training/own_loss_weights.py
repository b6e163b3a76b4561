"""Class weights and a lower threshold: two ways to find more of a rare class."""

import numpy as np
import tensorflow as tf
from sklearn.datasets import make_classification
from sklearn.metrics import precision_score, recall_score

X, y = make_classification(
    4000, 10, n_informative=4, weights=[0.95], class_sep=0.8, random_state=0
)
X_train, X_test, y_train, y_test = X[:2000], X[2000:], y[:2000], y[2000:]


def train(class_weight):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((10,))])
    model.add(tf.keras.layers.Dense(16, activation="relu"))
    model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
    model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy")
    model.fit(X_train, y_train, 50, 15, class_weight=class_weight, verbose=0)
    return model(X_test).numpy()[:, 0]


plain, weighted = train(None), train({0: 1.0, 1: 10.0})
# The threshold that predicts as many positives as the class weights do
threshold = np.sort(plain)[-np.sum(weighted > 0.5)]
precision, recall, mean = {}, {}, {}
print(f"share of the rare class: {y_test.mean():.2f}")
print(f"{'':15}{'precision':>11}{'recall':>8}{'mean p':>7}")
for name, y_pred, probability in [
    ("plain", plain > 0.5, plain),
    ("class weight 10", weighted > 0.5, weighted),
    ("lower threshold", plain >= threshold, plain),
]:
    precision[name] = precision_score(y_test, y_pred)
    recall[name] = recall_score(y_test, y_pred)
    mean[name] = probability.mean()
    print(f"{name:15}{precision[name]:11.2f}{recall[name]:8.2f}{mean[name]:7.2f}")

"""A scaler that stays outside of the model gets lost when it is saved."""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = load_iris(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=50, stratify=y, random_state=0
)


def train(X, first):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((4,)), *first])
    model.add(tf.keras.layers.Dense(16, activation="relu"))
    model.add(tf.keras.layers.Dense(3, activation="softmax"))
    model.compile(tf.keras.optimizers.Adam(0.03), "sparse_categorical_crossentropy")
    model.fit(X, y_train, batch_size=16, epochs=20, verbose=0)
    model.save("model.keras")
    return tf.keras.models.load_model("model.keras")


scaler = StandardScaler().fit(X_train)
layer = tf.keras.layers.Normalization()
layer.adapt(X_train)
outside = train(scaler.transform(X_train), [])
inside = train(X_train, [layer])

accuracy, confidence = {}, {}
for name, model, inputs in [
    ("scaled again", outside, scaler.transform(X_test)),
    ("not scaled", outside, X_test),
    ("as a layer", inside, X_test),
]:
    probability = model(inputs).numpy()
    accuracy[name] = np.mean(probability.argmax(axis=1) == y_test)
    confidence[name] = np.mean(probability.max(axis=1))
    print(f"{name:12}  accuracy {accuracy[name]:.2f}", end="  ")
    print(f"mean confidence {confidence[name]:.2f}")

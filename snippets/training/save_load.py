"""Train and save in one program, load and predict in another."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_iris

tf.keras.utils.set_random_seed(0)
X, y = load_iris(return_X_y=True)

# The scaling is a layer, so it is saved with the weights
scale = tf.keras.layers.Normalization()
scale.adapt(X)
model = tf.keras.Sequential([tf.keras.Input((4,)), scale])
model.add(tf.keras.layers.Dense(16, activation="relu"))
model.add(tf.keras.layers.Dense(3, activation="softmax"))
model.compile(
    optimizer=tf.keras.optimizers.Adam(0.03),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(X, y, batch_size=16, epochs=20, verbose=0)
model.save("iris.keras")

new_flower = np.array([[5.9, 3.0, 4.2, 1.5]])  # in cm, as it was measured
here = model.predict(new_flower, verbose=0)[0]
print("same program: ", np.round(here, 4))

# Another program knows the file, and nothing of the training
program = """
import numpy as np
import tensorflow as tf

model = tf.keras.models.load_model("iris.keras")
new_flower = np.array([[5.9, 3.0, 4.2, 1.5]])
print(*model.predict(new_flower, verbose=0)[0])
"""
Path("predict.py").write_text(program)
result = subprocess.run(
    [sys.executable, "predict.py"], capture_output=True, text=True, check=True
)
there = np.array(result.stdout.split(), dtype=float)
difference = np.abs(here - there).max()
print("other program:", np.round(there, 4))
print("same output:  ", difference < 1e-6)

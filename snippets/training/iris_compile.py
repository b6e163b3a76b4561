"""What compile() only sets, what fit() does with it, and what second calls do."""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_iris

tf.keras.utils.set_random_seed(0)
X, y = load_iris(return_X_y=True)
model = tf.keras.Sequential()
model.add(tf.keras.Input((4,)))
model.add(tf.keras.layers.Dense(16, activation="sigmoid"))
model.add(tf.keras.layers.Dense(3, activation="softmax"))

try:
    model.fit(X, y, verbose=0)
except ValueError as error:
    message = str(error)
    print("fit() alone:", message)
assert "You must call `compile()`" in message

loss, steps = {}, {}


def compile_model():
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")


def report(event):
    loss[event] = model.evaluate(X, y, verbose=0)
    steps[event] = int(model.optimizer.iterations)
    print(f"{event:13} loss {loss[event]:.4f}, updates so far {steps[event]}")


initial_weights = model.get_weights()
compile_model()
report("compile()")
for before, after in zip(initial_weights, model.get_weights()):
    assert np.array_equal(before, after)  # compile() leaves the weights alone

model.fit(X, y, batch_size=32, epochs=3, verbose=0)
report("fit()")
model.fit(X, y, batch_size=32, epochs=3, verbose=0)
report("fit() again")
compile_model()
report("compile again")
assert loss["compile again"] == loss["fit() again"]  # the weights stay

"""PReLU, whose slope is learned, as a layer and as an argument."""

import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

X = np.random.default_rng(0).uniform(-1, 1, (400, 1))
y = np.abs(X)


def build(way):
    if way == "layer":
        stack = [layers.Dense(8), layers.PReLU()]
    else:
        stack = [layers.Dense(8, activation=layers.PReLU())]
    return tf.keras.Sequential([tf.keras.Input((1,)), *stack, layers.Dense(1)])


before, after, same = {}, {}, {}
for way in ["layer", "argument"]:
    tf.keras.utils.set_random_seed(0)
    model = build(way)
    before[way] = model.count_params()
    model.compile(tf.keras.optimizers.Adam(0.02), loss="mse")
    model.fit(X, y, batch_size=40, epochs=5, verbose=0)
    after[way] = model.count_params()
    print(f"as {way:8}  parameters {before[way]}, after fit() {after[way]}")

    model.save("prelu.keras")
    whole = tf.keras.models.load_model("prelu.keras")
    print(
        "             load_model, same outputs:  ",
        np.array_equal(whole(X), model(X)),
    )
    model.save_weights("prelu.weights.h5")
    fresh = build(way)
    try:
        fresh.load_weights("prelu.weights.h5")
        same[way] = np.array_equal(fresh(X), model(X))
    except ValueError as error:
        same[way] = False
        print("            ", str(error).splitlines()[0].partition(". ")[0])
    print("             load_weights, same outputs:", same[way])
slopes = after["argument"] - before["argument"]
assert same["layer"] and not same["argument"]

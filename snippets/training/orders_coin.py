"""Labels tossed by a coin teach nothing, yet a leak makes it look like success."""

import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
X = rng.normal(0, 1, (300, 20))
y = rng.integers(0, 2, 300)
samples = tf.data.Dataset.from_tensor_slices((X, y))


def train(reshuffle):
    tf.keras.utils.set_random_seed(1)
    shuffled = samples.shuffle(300, reshuffle_each_iteration=reshuffle)
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((20,)))
    model.add(tf.keras.layers.Dense(64, activation="relu"))
    model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
    optimizer = tf.keras.optimizers.Adam(0.01)
    model.compile(optimizer, loss="binary_crossentropy", metrics=["accuracy"])
    history = model.fit(
        shuffled.take(200).batch(20),
        validation_data=shuffled.skip(200).batch(100),
        epochs=30,
        shuffle=False,  # the dataset does it
        verbose=0,
    )
    return history.history


accuracy, val_accuracy = {}, {}
for name, reshuffle in {"leaky split": True, "fixed split": False}.items():
    history = train(reshuffle)
    accuracy[name] = history["accuracy"][-1]
    val_accuracy[name] = history["val_accuracy"][-1]
    print(f"{name}: training {accuracy[name]:.2f}, test {val_accuracy[name]:.2f}")
assert val_accuracy["leaky split"] > 0.9 > 0.65 > val_accuracy["fixed split"]

"""What Dropout does to its input, in training and in prediction."""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
dropout = tf.keras.layers.Dropout(0.2)
x = np.ones((1, 10), dtype="float32")
print("prediction:", *dropout(x, training=False).numpy()[0])
for _ in range(3):
    print("training:  ", *dropout(x, training=True).numpy()[0])

# By hand: keep a unit with probability 0.8, divide by 0.8
rate = 0.2
ones = np.ones((1000, 1000), dtype="float32")
keep = np.random.default_rng(0).random(ones.shape) > rate
by_hand = ones * keep / (1 - rate)
by_layer = dropout(ones, training=True).numpy()
outputs = sorted(set(by_layer.ravel().tolist()))
assert np.allclose(outputs, np.unique(by_hand))
kept = outputs[1]
dropped = {"by hand": np.mean(by_hand == 0), "layer": np.mean(by_layer == 0)}
mean = {"by hand": by_hand.mean(), "layer": by_layer.mean()}
for name in mean:
    print(f"{name:7}  dropped {dropped[name]:.3f}, mean output {mean[name]:.3f}")

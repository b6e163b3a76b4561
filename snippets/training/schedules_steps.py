"""decay_steps are updates: what if the number of epochs is given instead?"""

import numpy as np
import tensorflow as tf

CosineDecay = tf.keras.optimizers.schedules.CosineDecay
X = np.random.default_rng(0).normal(size=(640, 5))
y = X @ np.array([1.0, -2.0, 0.5, 3.0, -1.0])
EPOCHS, BATCH_SIZE = 10, 32
updates = EPOCHS * len(X) // BATCH_SIZE


def train(schedule):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((5,)), tf.keras.layers.Dense(1)])
    model.compile(tf.keras.optimizers.SGD(schedule), loss="mse")
    return model.fit(X, y, BATCH_SIZE, EPOCHS, verbose=0).history["loss"][-1]


loss = {}
for decay_steps in [EPOCHS, updates]:
    schedule = CosineDecay(0.05, decay_steps)
    rates = [float(schedule(step)) for step in (0, updates // 10, updates // 2)]
    loss[decay_steps] = train(schedule)
    print(f"decay_steps={decay_steps}")
    print("  rate after 0, 1 and 5 epochs:", *(f"{rate:.4f}" for rate in rates))
    print(f"  loss of the last epoch: {loss[decay_steps]:.4f}")

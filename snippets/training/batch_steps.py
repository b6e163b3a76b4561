"""What fit() calls a step and an epoch: a weight moves after each mini-batch."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = rng.uniform(-1, 1, (100, 1))
y = 3 * x + rng.normal(0, 0.5, x.shape)


def train(data, **options):
    tf.keras.utils.set_random_seed(1)
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((1,)))
    model.add(tf.keras.layers.Dense(1, kernel_initializer="zeros"))
    model.compile(optimizer=tf.keras.optimizers.SGD(0.3), loss="mse")
    weights = []

    class Watch(tf.keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            weights.append(model.layers[0].kernel.numpy().item())

    options |= {"shuffle": False, "verbose": 0, "callbacks": [Watch()]}
    model.fit(data, epochs=5, **options)
    return weights


weights = train(tf.data.Dataset.from_tensor_slices((x, y)).batch(32))
from_arrays = train(x, y=y, batch_size=32)
steps = len(weights)
steps_per_epoch = steps // 5
print(f"100 samples in batches of 32: {steps_per_epoch} steps per epoch")
print(f"5 epochs: {steps} steps, so {steps} updates of the weight")
move = np.diff([0, *weights])
print("moves in the first epoch:", *(f"{by:.2f}" for by in move[:steps_per_epoch]))
print("fit(dataset) and fit(x, y) agree:", np.allclose(weights, from_arrays))

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.plot(range(steps + 1), [0, *weights], "o-", markersize=4, label="weight")
ax.axhline(3, linestyle="--", color="C1", label="true slope")
for epoch in range(5):
    ax.axvline((epoch + 1) * steps_per_epoch, linestyle=":", color="gray")
    ax.text((epoch + 0.5) * steps_per_epoch, 0.1, f"epoch {epoch + 1}", ha="center")
ax.set_xticks(range(0, steps + 1, steps_per_epoch))
ax.set(xlabel="training step", ylabel="weight w", title="One update per mini-batch")
ax.legend(loc="center right")
plt.show()

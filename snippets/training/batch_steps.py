"""What fit() calls a step and an epoch, written out as two loops."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = rng.uniform(-1, 1, (100, 1))
y = 3 * x + rng.normal(0, 0.5, x.shape)
dataset = tf.data.Dataset.from_tensor_slices((x, y)).batch(32)


def new_model():
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((1,)))
    model.add(tf.keras.layers.Dense(1, kernel_initializer="zeros"))
    model.compile(optimizer=tf.keras.optimizers.SGD(0.3), loss="mse")
    return model


# Every pass through the data is an epoch, every mini-batch a step
model = new_model()
weights = [0.0]
for _ in range(5):
    for x_batch, y_batch in dataset:
        model.train_on_batch(x_batch, y_batch)
        weights.append(model.get_weights()[0].item())

steps = len(weights) - 1
steps_per_epoch = steps // 5
moves = np.diff(weights)
print(f"100 samples in batches of 32: {steps_per_epoch} steps per epoch")
print(f"5 epochs: {steps} steps, so {steps} updates of the weight")
print("moves in the first epoch:", *(f"{move:.2f}" for move in moves[:4]))

# fit() runs the same two loops, over a dataset or over arrays
by_dataset, by_arrays = new_model(), new_model()
by_dataset.fit(dataset, epochs=5, shuffle=False, verbose=0)
by_arrays.fit(x, y, epochs=5, shuffle=False, verbose=0)  # batch_size is 32
for name, other in {"dataset": by_dataset, "arrays": by_arrays}.items():
    same = np.allclose(other.get_weights()[0], weights[-1])
    print(f"fit() with {name} ends at the same weight: {same}")

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.plot(weights, "o-", markersize=4, label="weight")
ax.axhline(3, linestyle="--", color="C1", label="true slope")
for epoch in range(5):
    ax.axvline((epoch + 1) * steps_per_epoch, linestyle=":", color="gray")
    ax.text((epoch + 0.5) * steps_per_epoch, 0.1, f"epoch {epoch + 1}", ha="center")
ax.set_xticks(range(0, steps + 1, steps_per_epoch))
ax.set(xlabel="training step", ylabel="weight w", title="One update per mini-batch")
ax.legend(loc="center right")
plt.show()

"""Eight recorded curves, five patiences: where each stops, and what it misses."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

X, y = load_diabetes(return_X_y=True, scaled=False)
X = (X - X[:100].mean(axis=0)) / X[:100].std(axis=0)
y = (y - y[:100].mean()) / y[:100].std()
train_set = tf.data.Dataset.from_tensor_slices((X[:100], y[:100]))
val_set = tf.data.Dataset.from_tensor_slices((X[100:200], y[100:200])).batch(100)


def train(seed):
    tf.keras.utils.set_random_seed(seed)
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((10,)))
    model.add(tf.keras.layers.Dense(16, activation="relu"))
    model.add(tf.keras.layers.Dense(1))
    model.compile(tf.keras.optimizers.Adam(0.01), loss="mse")
    return model.fit(
        train_set.shuffle(100).batch(16),
        shuffle=False,  # the data set itself shuffles
        epochs=50,
        validation_data=val_set,
        verbose=0,
    ).history["val_loss"]


def stop(val_loss, patience):
    """The epoch at which EarlyStopping would stop, and the best loss until then."""
    best, waited = np.inf, 0
    for epoch, loss in enumerate(val_loss, start=1):
        waited = 0 if loss < best else waited + 1
        best = min(best, loss)
        if waited == patience:
            return epoch, best
    return len(val_loss), best


curves = [train(seed) for seed in range(8)]
fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
ax.plot(range(1, 51), curves[0], label="validation loss")
stopped, mean_stop, missed = {}, {}, {}
print("means of 8 seeds: last epoch, and how far the best loss is above the lowest")
for patience, marker in {1: "v", 3: "s", 5: "o", 10: "D", 20: "^"}.items():
    results = [stop(curve, patience) for curve in curves]
    mean_stop[patience], mean_best = np.mean(results, axis=0)
    missed[patience] = mean_best - np.mean([min(curve) for curve in curves])
    print(
        f"patience {patience:2}: {mean_stop[patience]:4.1f} {missed[patience]:.3f}"
    )
    stopped[patience] = epoch = results[0][0]
    ax.plot(epoch, curves[0][epoch - 1], marker, label=f"patience {patience}")
ax.set(xlabel="epoch", ylabel="loss", title="Where each patience stops")
ax.legend(ncols=2)
plt.show()

"""One recorded curve, five patiences: where each would have stopped."""

import matplotlib.pyplot as plt
import tensorflow as tf
from sklearn.datasets import load_diabetes

tf.keras.utils.set_random_seed(4)
X, y = load_diabetes(return_X_y=True, scaled=False)
X = (X - X[:100].mean(axis=0)) / X[:100].std(axis=0)
y = (y - y[:100].mean()) / y[:100].std()
train_set = tf.data.Dataset.from_tensor_slices((X[:100], y[:100]))
val_set = tf.data.Dataset.from_tensor_slices((X[100:200], y[100:200])).batch(100)

model = tf.keras.Sequential()
model.add(tf.keras.Input((10,)))
model.add(tf.keras.layers.Dense(16, activation="relu"))
model.add(tf.keras.layers.Dense(1))
model.compile(tf.keras.optimizers.Adam(0.005), loss="mse")
history = model.fit(
    train_set.shuffle(100).batch(16),
    shuffle=False,  # the data set itself shuffles
    validation_data=val_set,
    epochs=50,
    verbose=0,
)
val_loss = history.history["val_loss"]


def replay(patience):
    stopping = tf.keras.callbacks.EarlyStopping(patience=patience)
    stopping.set_model(model)
    stopping.on_train_begin()
    model.stop_training = False
    for epoch, loss in enumerate(val_loss):
        stopping.on_epoch_end(epoch, {"val_loss": loss})
        if model.stop_training:
            break
    return epoch + 1, stopping.best


fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
ax.plot(range(1, 51), val_loss, label="validation loss")
stopped, best = {}, {}
for patience, marker in {1: "v", 3: "s", 5: "o", 10: "D", 20: "^"}.items():
    stopped[patience], best[patience] = replay(patience)
    print(
        f"patience {patience:2}: stops after epoch {stopped[patience]:2}, "
        f"best validation loss so far {best[patience]:.3f}"
    )
    where = stopped[patience], val_loss[stopped[patience] - 1]
    ax.plot(*where, marker, markersize=9, label=f"patience {patience}")
assert replay(0) == replay(1)  # 0 is no more impatient than 1
ax.set(xlabel="epoch", ylabel="loss", title="Where each patience stops")
ax.legend(ncols=2)
plt.show()

"""ModelCheckpoint keeps the best epoch's model while the training goes on."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

tf.keras.utils.set_random_seed(0)
X, y = load_diabetes(return_X_y=True, scaled=False)
X = (X - X[:100].mean(axis=0)) / X[:100].std(axis=0)
y = (y - y[:100].mean()) / y[:100].std()
train_set = tf.data.Dataset.from_tensor_slices((X[:100], y[:100]))
val_set = tf.data.Dataset.from_tensor_slices((X[100:200], y[100:200])).batch(100)
test_set = tf.data.Dataset.from_tensor_slices((X[200:], y[200:])).batch(100)

model = tf.keras.Sequential()
model.add(tf.keras.Input((10,)))
model.add(tf.keras.layers.Dense(16, activation="relu"))
model.add(tf.keras.layers.Dense(1))
model.compile(tf.keras.optimizers.Adam(0.01), loss="mse")

checkpoint = tf.keras.callbacks.ModelCheckpoint("best.keras", save_best_only=True)
history = model.fit(
    train_set.shuffle(100).batch(16),
    shuffle=False,  # the data set itself shuffles
    epochs=50,
    validation_data=val_set,
    callbacks=[checkpoint],
    verbose=0,
)
val_loss = history.history["val_loss"]
best_so_far = np.minimum.accumulate(val_loss)
saved_at = np.flatnonzero(val_loss == best_so_far) + 1
best_epoch = saved_at[-1]
print("saved after the epochs", *saved_at)

best_model = tf.keras.models.load_model("best.keras")
loss = {}
for name, one in {"last": model, "best": best_model}.items():
    on_val = one.evaluate(val_set, verbose=0)
    on_test = one.evaluate(test_set, verbose=0)
    loss[name] = on_val, on_test
    print(f"{name} epoch: validation loss {on_val:.3f}, test loss {on_test:.3f}")
assert np.isclose(loss["best"][0], min(val_loss))

epoch = np.arange(1, 51)
fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
ax.plot(epoch, history.history["loss"], label="training loss")
ax.plot(epoch, val_loss, "--", label="validation loss")
ax.plot(saved_at, best_so_far[saved_at - 1], "o", label="model saved")
ax.axvline(best_epoch, color="grey", linestyle=":", label="best epoch")
ax.set(xlabel="epoch", ylabel="loss", ylim=(0, 1.4), title="Best and last epoch")
ax.legend(loc="upper right", ncols=2)
plt.show()

"""A callback that measures the size of the weights and stops the training."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import make_moons


class StopAtGap(tf.keras.callbacks.Callback):
    """Stops when the validation loss is far above the training loss."""

    def __init__(self, gap):
        super().__init__()
        self.gap = gap

    def on_train_begin(self, logs=None):
        self.norms = []

    def on_epoch_end(self, epoch, logs=None):
        kernels = [layer.kernel.numpy() for layer in self.model.layers]
        squares = sum(np.sum(kernel**2) for kernel in kernels)
        self.norms.append(np.sqrt(squares))
        if logs["val_loss"] - logs["loss"] > self.gap:
            self.model.stop_training = True


tf.keras.utils.set_random_seed(0)
X, y = make_moons(300, noise=0.3, random_state=0)
model = tf.keras.Sequential([tf.keras.Input((2,))])
model.add(tf.keras.layers.Dense(16, activation="relu"))
model.add(tf.keras.layers.Dense(16, activation="relu"))
model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy")

stop = StopAtGap(0.1)
history = model.fit(
    X[:100],
    y[:100],
    epochs=100,
    validation_data=(X[100:], y[100:]),
    callbacks=[stop],
    verbose=0,
).history
last_epoch = len(history["loss"])
first_norm, last_norm = stop.norms[0], stop.norms[-1]
print(f"stopped after epoch {last_epoch} of 100")
print(f"gap: {history['val_loss'][-1] - history['loss'][-1]:.3f}")
print(f"size of the weights: {first_norm:.1f} → {last_norm:.1f}")

epochs = range(1, last_epoch + 1)
fig, (left, right) = plt.subplots(1, 2, figsize=(7, 3), layout="constrained")
left.plot(epochs, history["loss"], label="training loss")
left.plot(epochs, history["val_loss"], "--", label="validation loss")
left.set(xlabel="epoch", ylabel="loss")
left.legend()
right.plot(epochs, stop.norms)
right.set(xlabel="epoch", ylabel="norm of all kernels")
plt.show()

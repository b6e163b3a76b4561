"""Batches of 1, 16 and all 128 samples: the loss by epochs and by steps."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import load_breast_cancer
from sklearn.preprocessing import StandardScaler

X, y = load_breast_cancer(return_X_y=True)
X, y = StandardScaler().fit_transform(X)[:128], y[:128]
samples = tf.data.Dataset.from_tensor_slices((X, y))


def loss_by_epoch(batch_size, epochs):
    tf.keras.utils.set_random_seed(0)  # the same initial weights for all
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((30,)))
    model.add(tf.keras.layers.Dense(8, activation="tanh"))
    model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
    model.compile(tf.keras.optimizers.SGD(0.1), loss="binary_crossentropy")
    history = model.fit(
        samples.shuffle(128).batch(batch_size),
        shuffle=False,  # the data set itself shuffles
        epochs=epochs,
        validation_data=samples.batch(128),  # all samples, when an epoch has ended
        verbose=0,
    )
    return history.history["val_loss"]


fig, axes = plt.subplots(1, 2, figsize=(7, 3.4), sharey=True, layout="constrained")
after_8_epochs, after_128_steps = {}, {}
for batch_size, epochs, style in [(1, 8, "-"), (16, 32, "--"), (128, 128, ":")]:
    loss = loss_by_epoch(batch_size, epochs)
    steps_per_epoch = 128 // batch_size
    after_8_epochs[batch_size] = loss[8 - 1]
    after_128_steps[batch_size] = loss[128 // steps_per_epoch - 1]
    print(
        f"batch {batch_size:3}: {steps_per_epoch:3} steps an epoch, loss "
        f"{after_8_epochs[batch_size]:.3f} after 8 epochs, "
        f"{after_128_steps[batch_size]:.3f} after 128 steps"
    )
    epoch = np.arange(1, epochs + 1)
    axes[0].semilogx(epoch, loss, style, label=f"batch of {batch_size}")
    axes[1].semilogx(epoch * steps_per_epoch, loss, style)
axes[0].set(xlabel="epochs", ylabel="loss", title="By epochs")
axes[1].set(xlabel="steps", title="By steps")
axes[0].legend()
plt.show()

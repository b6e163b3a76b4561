"""Cause four faults in a training, one at a time, and see what each looks like."""

import shutil

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import make_moons
from tensorflow.keras.callbacks import LambdaCallback, TensorBoard

trainings = {  # each differs from the healthy one in one thing
    "healthy": {},
    "rate too high": {"learning_rate": 2.0},
    "rate too low": {"learning_rate": 1e-5},
    "overfitting": {"samples": 20},
    "dead units": {"shift": 30},
}


def train(logs, learning_rate=0.1, samples=200, shift=0):
    shutil.rmtree(logs, ignore_errors=True)  # start fresh
    tf.keras.utils.set_random_seed(0)
    X, y = make_moons(400, noise=0.3, random_state=0)
    X, net_inputs = X + shift, []  # the shift stands for data without scaling
    hidden = tf.keras.layers.Dense(32, activation="relu")
    model = tf.keras.Sequential([hidden, tf.keras.layers.Dense(1)])
    optimizer = tf.keras.optimizers.SGD(learning_rate, momentum=0.9)
    model.compile(optimizer, tf.keras.losses.BinaryCrossentropy(from_logits=True))

    def log_net_inputs(epoch, _):
        net_inputs.append(X[200:] @ hidden.kernel.numpy() + hidden.bias.numpy())
        tf.summary.histogram("net_input", net_inputs[-1], step=epoch)

    callbacks = [TensorBoard(logs), LambdaCallback(on_epoch_end=log_net_inputs)]
    rows = np.arange(200) % samples  # 20 samples come ten times: as many updates
    data = {"x": X[rows], "y": y[rows], "validation_data": (X[200:], y[200:])}
    with tf.summary.create_file_writer(f"{logs}/hidden").as_default():
        history = model.fit(
            **data, batch_size=10, epochs=15, callbacks=callbacks, verbose=0
        )
    return history.history["loss"], history.history["val_loss"], net_inputs


jump, gap, alive, width = {}, {}, {}, {}
fig, axes = plt.subplots(5, 2, figsize=(6.6, 9), layout="constrained")
for run, (left, right) in zip(trainings, axes):
    loss, val_loss, z = train(f"logs/diagnose/{run}", **trainings[run])
    left.plot(loss, label="training")
    left.plot(val_loss, "--", label="validation")
    left.set(title=run, xlabel="epoch", ylabel="loss", ylim=(0, 1.3))
    right.hist(z[0].ravel(), 30, histtype="step", label="first epoch")
    right.hist(z[-1].ravel(), 30, histtype="step", ls="--", label="last epoch")
    right.set(xlabel="net input", ylabel="count")
    jump[run], gap[run] = np.abs(np.diff(val_loss)).mean(), val_loss[-1] - loss[-1]
    alive[run], width[run] = np.mean(z[-1] > 0), [np.ptp(z[0]), np.ptp(z[-1])]
    print(f"{run:14}jump {jump[run]:.2f} gap {gap[run]:.2f} alive {alive[run]:.2f}")
axes[0, 0].legend()
axes[0, 1].legend(loc="upper right", fontsize="small")
plt.show()

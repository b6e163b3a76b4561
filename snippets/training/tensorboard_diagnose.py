"""Plant four faults in a training, and see each in its curves and histogram."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import make_moons
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

keras = tf.keras
trainings = {  # optimizer, size of the training data, what is added to each feature
    "healthy": (keras.optimizers.Adam(0.02), 200, 0),
    "rate too high": (keras.optimizers.SGD(5.0, momentum=0.9), 200, 0),
    "rate too low": (keras.optimizers.Adam(1e-5), 200, 0),
    "overfitting": (keras.optimizers.Adam(0.1), 20, 0),
    "dead units": (keras.optimizers.SGD(0.1), 200, 30),
}


def train(logs, optimizer, size, shift):
    keras.utils.set_random_seed(0)
    X, y = make_moons(400, noise=0.3, random_state=0)
    X, hidden = X + shift, keras.layers.Dense(32)
    model = keras.Sequential([hidden, keras.layers.ReLU(), keras.layers.Dense(1)])
    model.compile(optimizer, keras.losses.BinaryCrossentropy(from_logits=True))

    def log_net_inputs(epoch, _):
        tf.summary.histogram("net_input", hidden(X[200:]), step=epoch)

    also = keras.callbacks.LambdaCallback(on_epoch_end=log_net_inputs)
    both = [keras.callbacks.TensorBoard(logs), also]
    data = {"x": X[:size], "y": y[:size], "validation_data": (X[200:], y[200:])}
    how = {"batch_size": size // 5, "validation_batch_size": 200, "epochs": 15}
    with tf.summary.create_file_writer(f"{logs}/hidden").as_default():
        model.fit(**data, **how, callbacks=both, verbose=0)


def read(run, tag="epoch_loss"):
    events = EventAccumulator(f"logs/{run}", size_guidance={"tensors": 0}).Reload()
    return [tf.make_ndarray(event.tensor_proto) for event in events.Tensors(tag)]


jump, gap, alive = {}, {}, {}
fig, axes = plt.subplots(5, 2, figsize=(6.6, 9), layout="constrained")
for run, (left, right) in zip(trainings, axes):
    train(f"logs/{run}", *trainings[run])
    loss, val_loss = read(f"{run}/train"), read(f"{run}/validation")
    left.plot(loss, label="training")
    left.plot(val_loss, "--", label="validation")
    left.set(title=run, xlabel="epoch", ylabel="loss", ylim=(0, 1.3))
    first, *_, last = read(f"{run}/hidden", "net_input")
    right.plot(first[:, :2].mean(axis=1), first[:, 2], label="first epoch")
    right.plot(last[:, :2].mean(axis=1), last[:, 2], "--", label="last epoch")
    right.set(xlabel="net input", ylabel="count")
    jump[run], gap[run] = np.abs(np.diff(val_loss)).mean(), val_loss[-1] - loss[-1]
    alive[run] = last[last[:, 0] > 0, 2].sum() / last[:, 2].sum()
    print(f"{run:14}jump {jump[run]:.2f} gap {gap[run]:.2f} alive {alive[run]:.2f}")
axes[0, 0].legend()
axes[1, 1].legend()
plt.show()

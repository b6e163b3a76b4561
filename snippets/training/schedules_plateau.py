"""ReduceLROnPlateau, and the learning rate read back from TensorBoard's log."""

import shutil

import tensorflow as tf
from sklearn.datasets import make_friedman1
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

shutil.rmtree("logs/plateau", ignore_errors=True)  # start fresh
X, y = make_friedman1(900, noise=1.0, random_state=0)
X = (X - X[:500].mean(axis=0)) / X[:500].std(axis=0)
y = (y - y[:500].mean()) / y[:500].std()

tf.keras.utils.set_random_seed(0)
model = tf.keras.Sequential([tf.keras.Input((10,))])
model.add(tf.keras.layers.Dense(32, activation="relu"))
model.add(tf.keras.layers.Dense(1))
model.compile(tf.keras.optimizers.SGD(0.3), loss="mse")
plateau = tf.keras.callbacks.ReduceLROnPlateau(factor=0.2, patience=2)
board = tf.keras.callbacks.TensorBoard("logs/plateau")
val_loss = model.fit(
    X[:500],
    y[:500],
    batch_size=20,
    epochs=20,
    validation_data=(X[500:], y[500:]),
    validation_batch_size=400,
    callbacks=[board, plateau],
    verbose=0,
).history["val_loss"]

# The rate of each epoch, from the event file
keep_all = {"tensors": 0}
events = EventAccumulator("logs/plateau/train", keep_all).Reload()
rates = [
    float(tf.make_ndarray(one.tensor_proto))
    for one in events.Tensors("epoch_learning_rate")
]
changes = [0] + [i for i in range(1, 20) if rates[i] < rates[i - 1]]
for i in changes:
    print(f"from epoch {i + 1:2}: rate {rates[i]:.5f}, val_loss {val_loss[i]:.3f}")
before, last = val_loss[changes[1] - 1], val_loss[-1]
print(f"last epoch:    rate {rates[-1]:.5f}, val_loss {last:.3f}")

# An optimizer with a schedule refuses what the callback does to reduce the rate
schedule = tf.keras.optimizers.schedules.CosineDecay(0.3, 500)
optimizer = tf.keras.optimizers.SGD(schedule)
try:
    optimizer.learning_rate = 0.06
except TypeError as error:
    message = str(error)
    print("TypeError:", message.partition(" object")[0])
assert "LearningRateSchedule" in message

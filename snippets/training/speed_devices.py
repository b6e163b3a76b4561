"""MirroredStrategy on two virtual CPUs: the same training, in two halves."""

import numpy as np
import tensorflow as tf

# One processor is shown as two devices, before TensorFlow uses it
cpu = tf.config.list_physical_devices("CPU")[0]
two = [tf.config.LogicalDeviceConfiguration()] * 2
tf.config.set_logical_device_configuration(cpu, two)
strategy = tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])
print("replicas:", strategy.num_replicas_in_sync)

X = np.random.default_rng(0).normal(size=(256, 5)).astype("float32")
y = (X[:, :1] * X[:, 1:2] > 0).astype("float32")


def train():
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((5,))])
    model.add(tf.keras.layers.Dense(8, activation="tanh"))
    model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
    model.compile(tf.keras.optimizers.SGD(0.5), "binary_crossentropy")
    return model.fit(X, y, 64, epochs=5, shuffle=False, verbose=0).history["loss"]


one_device = train()
with strategy.scope():
    two_devices = train()
for epoch, losses in enumerate(zip(one_device, two_devices), 1):
    print(f"epoch {epoch}:", *(f"{loss:.4f}" for loss in losses))
difference = np.abs(np.subtract(one_device, two_devices)).max()
print("differences below 1e-5:", difference < 1e-5)

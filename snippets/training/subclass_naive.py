"""Three training steps, compared: inherited, too short, and complete."""

import numpy as np
import tensorflow as tf


class Inherited(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.w = self.add_weight(shape=(), initializer="zeros", name="w")

    def call(self, x):
        return self.w * x


class Short(Inherited):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.compute_loss(x=x, y=y, y_pred=self(x, training=True))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        return {"loss": loss}


class Complete(Inherited):
    def train_step(self, data):
        x, y, sample_weight = tf.keras.utils.unpack_x_y_sample_weight(data)
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x, y, y_pred, sample_weight)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss, sample_weight=tf.shape(x)[0])
            else:
                metric.update_state(y, y_pred, sample_weight)
        return {metric.name: metric.result() for metric in self.metrics}


x = np.arange(1.0, 11.0)[:, None]
options = {"batch_size": 4, "shuffle": False, "verbose": 0}
loss = {}
for cls in [Inherited, Short, Complete]:
    model = cls()
    model.compile(tf.keras.optimizers.SGD(0.0003), loss="mse")
    loss[cls.__name__] = model.fit(x, 3 * x, **options).history["loss"][0]
    print(f"{cls.__name__:9}: loss {loss[cls.__name__]:.1f}")

# The short step leaves out the metrics of compile()
model = Short()
model.compile(tf.keras.optimizers.SGD(0.0003), loss="mse", metrics=["mae"])
try:
    model.fit(x, 3 * x, **options)
except ValueError as error:
    message = str(error)
    print("ValueError:", message)
assert "the metric has not yet been built" in message

"""A model with a training step of its own, which also reports its gradient."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf


class Line(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.w = self.add_weight(shape=(), initializer="zeros", name="w")
        self.b = self.add_weight(shape=(), initializer="zeros", name="b")
        self.gradient_norm = tf.keras.metrics.Mean(name="gradient")

    def call(self, x):
        return self.w * x + self.b

    def train_step(self, data):
        x, y, sample_weight = tf.keras.utils.unpack_x_y_sample_weight(data)
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x, y, y_pred, sample_weight)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)

        # Update every metric; fit() resets them before each epoch
        self.gradient_norm.update_state(tf.linalg.global_norm(gradients))
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss, sample_weight=tf.shape(x)[0])
            elif metric is not self.gradient_norm:
                metric.update_state(y, y_pred, sample_weight)
        return {metric.name: metric.result() for metric in self.metrics}


x = np.arange(10)[:, None]
x = (x - x.mean()) / x.std()
y = np.array([1.0, 1.3, 3.1, 2.0, 5.0, 6.3, 6.6, 7.4, 8.0, 9.0])[:, None]

loss, gradient, styles = {}, {}, {10: "-", 2: "--"}
fig, axes = plt.subplots(1, 2, figsize=(7, 3.2), layout="constrained")
for batch_size, style in styles.items():
    model = Line()
    model.compile(tf.keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])
    history = model.fit(x, y, batch_size, epochs=40, shuffle=False, verbose=0)
    curves = history.history
    loss[batch_size], gradient[batch_size] = curves["loss"], curves["gradient"]
    print(f"batch of {batch_size}: w {float(model.w):.2f}, b {float(model.b):.2f}")
    for epoch in [20, 40]:
        values = (f"{name} {curves[name][epoch - 1]:.3f}" for name in curves)
        print(f"  epoch {epoch}:", *values)
    for ax, name in zip(axes, ["loss", "gradient"]):
        label = f"batch of {batch_size}"
        ax.semilogy(range(1, 41), curves[name], style, label=label)
        ax.set(xlabel="epoch", title=name)
axes[0].legend()
plt.show()

"""A model of one's own whose training step also reports its gradient."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf


class Line(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.w = self.add_weight(shape=(), initializer="zeros", name="w")
        self.b = self.add_weight(shape=(), initializer="zeros", name="b")

    def call(self, x):
        return self.w * x + self.b

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.compute_loss(x=x, y=y, y_pred=self(x, training=True))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        return {"loss": loss, "gradient": tf.linalg.global_norm(gradients)}


x = np.arange(10)[:, None]
x = (x - x.mean()) / x.std()
y = np.array([1.0, 1.3, 3.1, 2.0, 5.0, 6.3, 6.6, 7.4, 8.0, 9.0])[:, None]

model = Line()
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mse")
run = model.fit(x, y, batch_size=10, epochs=40, shuffle=False, verbose=0)

w, b = float(model.w), float(model.b)
w_exact, b_exact = np.polyfit(x[:, 0], y[:, 0], 1)
print(f"variables that Keras trains: {len(model.trainable_variables)}")
print(f"after 40 epochs: w = {w:.3f}, b = {b:.3f}")
print(f"least squares:   w = {w_exact:.3f}, b = {b_exact:.3f}")

loss, gradient = run.history["loss"], run.history["gradient"]
fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
ax.semilogy(range(1, 41), loss, label="loss")
ax.semilogy(range(1, 41), gradient, "--", label="size of the gradient")
ax.set(xlabel="epoch", ylabel="value", title="What this training step reports")
ax.legend()
plt.show()

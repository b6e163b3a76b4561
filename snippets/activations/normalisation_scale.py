"""Larger weights and a bias, with and without batch normalisation behind them."""

import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
X = rng.normal(size=(64, 20)).astype("float32")
y = rng.integers(0, 2, (64, 1))
W = rng.normal(0, 0.3, (20, 8)).astype("float32")
w = rng.normal(0, 0.3, (8, 1)).astype("float32")


def run(factor, bias, normalise):
    kernel, b = tf.Variable(factor * W), tf.Variable(np.full(8, bias, "float32"))
    with tf.GradientTape() as tape:
        z = X @ kernel + b
        if normalise:
            mean, variance = tf.nn.moments(z, axes=[0])
            z = (z - mean) / tf.sqrt(variance)
        logits = tf.nn.relu(z) @ w
        loss = tf.reduce_mean(tf.keras.losses.binary_crossentropy(y, logits, True))
    gradients = tape.gradient(loss, [kernel, b])
    return logits.numpy(), *(float(tf.norm(g)) for g in gradients)


ways = {"weights times 10": (10, 0), "bias 5": (1, 5)}
change, kernel_gradient, bias_gradient = {}, {}, {}
for name, normalise in [("plain", False), ("batch norm", True)]:
    first, kernel_first, _ = run(1, 0, normalise)
    for way, (factor, bias) in ways.items():
        logits, kernel_now, bias_gradient[name, way] = run(factor, bias, normalise)
        change[name, way] = np.abs(logits - first).max()
        kernel_gradient[name, way] = kernel_now / kernel_first
        print(f"{name}, {way}")
        print(f"  logits change by {change[name, way]:.1f}")
        print(f"  gradient of weights x {kernel_gradient[name, way]:.2f}")
        print("  gradient of bias 0:", bias_gradient[name, way] < 1e-6)

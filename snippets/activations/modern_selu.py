"""Signals that start too small, right or too large, in forty layers."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

functions = {"relu": 2, "gelu": 2, "elu": 1, "selu": 1}  # n times the variance
size = {}
fig, axes = plt.subplots(1, 4, figsize=(8, 2.6), sharey=True, layout="constrained")
for ax, (name, factor) in zip(axes, functions.items()):
    phi = tf.keras.activations.get(name)
    for start, style in [(0.1, ":"), (1.0, "-"), (10.0, "--")]:
        rng = np.random.default_rng(0)  # the same weights each time
        A, curve = start * rng.normal(size=(200, 100)), []
        for _ in range(40):
            W = rng.normal(0, np.sqrt(factor / 100), (100, 100))
            Z = A @ W
            A = phi(Z).numpy()
            curve.append(Z.std())
        size[name, start] = curve[-1]
        ax.plot(range(1, 41), curve, style, label=f"start {start:g}")
    ax.set(title=f"{name}, {factor}/n", xlabel="layer", yscale="log")
    starts = [f"{size[name, start]:7.2f}" for start in (0.1, 1.0, 10.0)]
    print(f"{name:4} {factor}/n  layer 40, by start:", *starts)
axes[0].set_ylabel("standard deviation")
axes[0].legend()
plt.show()

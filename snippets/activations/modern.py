"""Six activation functions in Keras: their values, and their slopes."""

import matplotlib.pyplot as plt
import tensorflow as tf

styles = {
    "relu": "-",
    "elu": "--",
    "selu": "-.",
    "silu": ":",
    "gelu": "-",
    "mish": "--",
}
z = tf.linspace(-6.0, 6.0, 2401)
drawn = [*range(0, 1200, 40), 1199, 1201, *range(1240, 2401, 40)]  # beside 0, too
at_minus_2, lowest, steepest = {}, {}, {}
fig, axes = plt.subplots(1, 2, figsize=(7, 3), layout="constrained")
for width, (name, style) in zip([3.5, 1, 1.5, 1.5, 1.5, 2.5], styles.items()):
    with tf.GradientTape() as tape:
        tape.watch(z)
        a = tf.keras.activations.get(name)(z)
    slope = tape.gradient(a, z).numpy()
    at_minus_2[name] = slope[800]  # z[800] is -2
    lowest[name], steepest[name] = a.numpy().min(), slope.max()
    print(
        f"{name:4}  lowest value {lowest[name]:5.2f}, "
        f"slope at -2 {at_minus_2[name]:5.2f}, steepest {steepest[name]:.2f}"
    )
    for ax, curve in zip(axes, [a.numpy(), slope]):
        ax.plot(z.numpy()[drawn], curve[drawn], style, linewidth=width, label=name)
axes[0].set(xlabel="z", title="function", xlim=(-5, 2), ylim=(-2, 2))
axes[1].set(xlabel="z", title="slope", xlim=(-5, 5))
axes[0].legend(loc="upper left", ncols=2)
plt.show()

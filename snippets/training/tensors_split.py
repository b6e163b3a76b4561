"""Cut tensors apart and put them together: split, concat and stack."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

np.set_printoptions(precision=3)
tf.random.set_seed(1)
t = tf.random.uniform((6,))
three_parts = tf.split(t, num_or_size_splits=3)
two_parts = tf.split(t, num_or_size_splits=[4, 2])
print("t:       ", t.numpy())
print("in three:", *[part.numpy() for part in three_parts])
print("4 and 2: ", *[part.numpy() for part in two_parts])

A = tf.constant([1, 2, 3])
B = tf.constant([4, 5, 6])
joined = {
    "concat": tf.concat([A, B], axis=0),
    "stack, axis=0": tf.stack([A, B], axis=0),
    "stack, axis=1": tf.stack([A, B], axis=1),
}
shape = {name: tuple(tensor.shape) for name, tensor in joined.items()}
for name, of in shape.items():
    print(f"{name:13} -> shape {of}")

# Draw the cells: 1 to 3 came from A, 4 to 6 from B
ratios = {"width_ratios": [6, 3, 2.5]}
fig, axes = plt.subplots(
    1, 3, figsize=(6.4, 2), layout="constrained", gridspec_kw=ratios
)
for ax, (name, tensor) in zip(axes, joined.items()):
    cells = np.atleast_2d(tensor)
    for (row, column), value in np.ndenumerate(cells):
        color = "C0" if value <= 3 else "C1"
        ax.add_patch(plt.Rectangle((column, row), 1, 1, color=color, alpha=0.5))
        ax.text(column + 0.5, row + 0.5, value, ha="center", va="center", size=14)
    ax.set(title=name, xlim=(0, cells.shape[1]), ylim=(3, 0), aspect="equal")
    ax.set_anchor("N")
    ax.axis("off")
plt.show()

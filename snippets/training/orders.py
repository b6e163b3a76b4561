"""shuffle, batch and repeat in three orders: what does an epoch look like?"""

import matplotlib.pyplot as plt
import tensorflow as tf

data = tf.data.Dataset.range(4)
orders = {
    "shuffle, batch, repeat": lambda n: data.shuffle(4).batch(2).repeat(n),
    "batch, shuffle, repeat": lambda n: data.batch(2).shuffle(4).repeat(n),
    "repeat, shuffle, batch": lambda n: data.repeat(n).shuffle(4).batch(2),
}


def batches_of(order, epochs):
    tf.random.set_seed(1)
    return [batch.numpy().tolist() for batch in order(epochs)]


def whole_epochs(batches):
    """How many epochs hold each of the four samples once."""
    pairs = zip(batches[::2], batches[1::2])
    return sum(sorted(one + two) == [0, 1, 2, 3] for one, two in pairs)


whole, kinds = {}, {}
fig, axes = plt.subplots(3, 1, figsize=(6.4, 3.6), layout="constrained")
for ax, (name, order) in zip(axes, orders.items()):
    three_epochs, many = batches_of(order, 3), batches_of(order, 100)
    print(f"{name}: ", *three_epochs)
    whole[name] = whole_epochs(many)
    kinds[name] = len({tuple(sorted(batch)) for batch in many})
    print(f"    of 100 epochs {whole[name]} whole, {kinds[name]} kinds of batch")

    for position, batch in enumerate(three_epochs):
        for place, label in enumerate(batch):
            x = 2.3 * position + place
            ax.add_patch(plt.Rectangle((x, 0), 1, 1, color=f"C{label}", alpha=0.5))
            ax.text(x + 0.5, 0.5, label, ha="center", va="center")
    for end in (4.45, 9.05):
        ax.axvline(end, linestyle="--", color="black")
    ax.set(title=name, xlim=(-0.1, 13.6), ylim=(-0.2, 1.2))
    ax.axis("off")
plt.show()

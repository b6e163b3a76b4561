"""What decides whether a network gets stuck, and whether more updates help."""

import numpy as np
import tensorflow as tf

np.random.seed(1)
X = np.random.uniform(-1, 1, (200, 2)).astype("float32")[:100]
y = (X[:, 0] * X[:, 1] >= 0).astype("float32")

# 1,000 networks of 4-4-4 hidden units, with the weights that Dense begins with
tf.keras.utils.set_random_seed(7)
networks, shapes = 1000, [(2, 4), (4, 4), (4, 4), (4, 1)]
W = [
    tf.Variable(tf.random.uniform((networks, m, n), -1, 1) * np.sqrt(6 / (m + n)))
    for m, n in shapes
]
b = [tf.Variable(tf.zeros((networks, 1, n))) for m, n in shapes]


def forward(X):
    """The net input of the output unit, and which hidden units are ever above 0."""
    Z, active = X @ W[0] + b[0], []
    for weights, bias in zip(W[1:], b[1:]):
        active.append(tf.reduce_any(Z > 0, axis=1))
        Z = tf.nn.relu(Z) @ weights + bias
    return Z[..., 0], active


@tf.function
def train_epoch():
    order = tf.argsort(tf.random.uniform((networks, 100)))  # of each network
    for batch in tf.split(order, 10, axis=1):
        with tf.GradientTape() as tape:
            Z, _ = forward(tf.gather(X, batch))
            losses = tf.nn.sigmoid_cross_entropy_with_logits(tf.gather(y, batch), Z)
            loss = tf.reduce_sum(losses) / 10  # each network's mean, added up
        for variable, gradient in zip(W + b, tape.gradient(loss, W + b)):
            variable.assign_sub(0.1 * gradient)


def stuck_after(updates):
    for _ in range(updates // 10):
        train_epoch()
    return np.mean((forward(X)[0] > 0) == y, axis=1) < 0.9


# Of each network the layer with the fewest active units, before training
fewest = np.min([np.sum(layer, axis=1) for layer in forward(X)[1]], axis=0)
early = stuck_after(1000)
stuck = {}
for active in range(5):
    chosen = fewest == active
    stuck[active] = np.mean(early[chosen])
    print(f"{active} active: {chosen.sum():3} networks, {stuck[active]:.0%} stuck")
late = stuck_after(2000)
still = np.mean(late[early])
print(f"of those stuck after 1,000 updates, still stuck after 3,000: {still:.0%}")

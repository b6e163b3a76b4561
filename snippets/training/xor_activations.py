"""Three activation functions in 4-4-4 hidden units: how many get stuck at XOR?"""

import numpy as np
import tensorflow as tf

np.random.seed(1)
X = np.random.uniform(-1, 1, (200, 2)).astype("float32")[:100]
y = (X[:, 0] * X[:, 1] >= 0).astype("float32")
networks, shapes = 1000, [(2, 4), (4, 4), (4, 4), (4, 1)]


def train_all(activation):
    tf.keras.utils.set_random_seed(7)  # the same initial weights for all three
    W = [
        tf.Variable(
            tf.random.uniform((networks, m, n), -1, 1) * np.sqrt(6 / (m + n))
        )
        for m, n in shapes
    ]
    b = [tf.Variable(tf.zeros((networks, 1, n))) for m, n in shapes]

    def net_input(X):
        Z = X @ W[0] + b[0]
        for weights, bias in zip(W[1:], b[1:]):
            Z = activation(Z) @ weights + bias
        return Z[..., 0]

    @tf.function
    def train_epoch():
        order = tf.argsort(tf.random.uniform((networks, 100)))
        for batch in tf.split(order, 10, axis=1):
            with tf.GradientTape() as tape:
                Z = net_input(tf.gather(X, batch))
                targets = tf.gather(y, batch)
                losses = tf.nn.sigmoid_cross_entropy_with_logits(targets, Z)
                loss = tf.reduce_sum(losses) / 10
            for variable, gradient in zip(W + b, tape.gradient(loss, W + b)):
                variable.assign_sub(0.1 * gradient)

    for _ in range(100):
        train_epoch()
    return net_input(X).numpy()


stuck, constant = {}, {}
for activation in [tf.nn.relu, tf.nn.leaky_relu, tf.tanh]:
    name = activation.__name__
    Z = train_all(activation)
    stuck[name] = np.mean(np.mean((Z > 0) == y, axis=1) < 0.9)
    constant[name] = np.mean(np.ptp(Z, axis=1) == 0)
    print(f"{name:10}  {stuck[name]:.0%} stuck, {constant[name]:.0%} constant")

"""Networks of four shapes, 1,000 of each, train on XOR: how many get stuck?"""

from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

np.random.seed(1)
X = np.random.uniform(-1, 1, (200, 2)).astype("float32")[:100]
y = (X[:, 0] * X[:, 1] >= 0).astype("float32")


def train_all(hidden, networks=1000, epochs=100, learning_rate=0.1):
    tf.keras.utils.set_random_seed(7)
    W, b = [], []
    for m, n in pairwise([2, *hidden, 1]):
        limit = np.sqrt(6 / (m + n))  # Glorot, as in Dense
        W.append(tf.Variable(tf.random.uniform((networks, m, n), -limit, limit)))
        b.append(tf.Variable(tf.zeros((networks, 1, n))))

    def net_input(X):
        Z = X @ W[0] + b[0]
        for weights, bias in zip(W[1:], b[1:]):
            Z = tf.nn.relu(Z) @ weights + bias
        return Z[..., 0]  # networks × samples

    @tf.function
    def train_epoch():
        order = tf.argsort(tf.random.uniform((networks, 100)))  # of each network
        for batch in tf.split(order, 10, axis=1):
            with tf.GradientTape() as tape:
                Z = net_input(tf.gather(X, batch))
                targets = tf.gather(y, batch)
                losses = tf.nn.sigmoid_cross_entropy_with_logits(targets, Z)
                loss = tf.reduce_sum(losses) / 10  # each network's mean, added up
            for variable, gradient in zip(W + b, tape.gradient(loss, W + b)):
                variable.assign_sub(learning_rate * gradient)

    for _ in range(epochs):
        train_epoch()
    return net_input(X).numpy()


stuck, constant = {}, {}
fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
for hidden, style in {(4,): "--", (4, 4, 4): "-", (8,): "-.", (16,): ":"}.items():
    name = "-".join(str(units) for units in hidden)
    Z = train_all(hidden)
    accuracy = np.mean((Z > 0) == y, axis=1)
    stuck[name] = np.mean(accuracy < 0.9)
    constant[name] = np.mean(np.ptp(Z, axis=1) == 0)
    print(f"{name:5} units: {stuck[name]:.1%} stuck, {constant[name]:.1%} constant")
    ax.plot(np.sort(accuracy), style, label=name)
ax.set(
    xlabel="networks, the worst first", ylabel="accuracy", title="1,000 networks"
)
ax.legend(title="hidden units")
plt.show()

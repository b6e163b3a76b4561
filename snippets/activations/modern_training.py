"""Seven activation functions on held-out digits, ten networks each."""

from itertools import pairwise

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X.astype("float32") / 16, y, test_size=0.5, random_state=0, stratify=y
)
NETWORKS, SIZES = 10, [64, 32, 32, 10]


def train(phi, updates=300):
    rng = np.random.default_rng(0)  # the same weights and batches for all functions
    shapes = [(NETWORKS, n, m) for n, m in pairwise(SIZES)]  # all ten at once
    weights = [
        tf.Variable(rng.normal(0, np.sqrt(2 / shape[1]), shape), dtype="float32")
        for shape in shapes
    ]
    biases = [tf.Variable(tf.zeros((NETWORKS, 1, m))) for m in SIZES[1:]]
    variables = weights + biases
    optimizer = tf.keras.optimizers.Adam(0.01)

    def logits(A):
        for W, b in zip(weights[:2], biases):
            A = phi(A @ W + b)
        return A @ weights[2] + biases[2]

    @tf.function
    def update(A, labels):
        with tf.GradientTape() as tape:
            z = logits(A)
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels, z)
            loss = tf.reduce_sum(tf.reduce_mean(losses, axis=1))
        optimizer.apply(tape.gradient(loss, variables), variables)

    optimizer.build(variables)
    for _ in range(updates):
        rows = rng.integers(0, len(X_train), 64)
        update(X_train[rows], np.tile(y_train[rows], (NETWORKS, 1)))
    return np.mean(logits(X_test).numpy().argmax(axis=2) == y_test, axis=1)


mean, spread = {}, {}
for name in ["relu", "leaky_relu", "elu", "selu", "silu", "gelu", "mish"]:
    accuracy = train(tf.keras.activations.get(name))
    mean[name], spread[name] = accuracy.mean(), np.ptp(accuracy)
    print(
        f"{name:10}  mean test accuracy {mean[name]:.3f}, "
        f"worst {accuracy.min():.3f}, best {accuracy.max():.3f}"
    )
between, within = max(mean.values()) - min(mean.values()), min(spread.values())
print(f"means differ by {between:.3f}, ten networks by {within:.3f} or more")
gain = mean["gelu"] - mean["relu"]
print(f"gelu - relu {gain:.3f}")

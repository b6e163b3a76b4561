"""SwiGLU and a plain hidden layer with as many parameters, ten networks each."""

import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X.astype("float32") / 16, y, test_size=0.5, random_state=0, stratify=y
)
NETWORKS = 10


def train(units, gated, updates=400):
    rng = np.random.default_rng(0)

    def layer(n, m):
        W = rng.normal(0, np.sqrt(2 / n), (NETWORKS, n, m))
        return tf.Variable(W, dtype="float32"), tf.Variable(
            tf.zeros((NETWORKS, 1, m))
        )

    parts = [layer(64, units), layer(units, 10), layer(64, units)][
        : 3 if gated else 2
    ]
    variables = [variable for part in parts for variable in part]
    optimizer = tf.keras.optimizers.Adam(0.01)
    optimizer.build(variables)

    def logits(A):
        (W1, b1), (W2, b2) = parts[:2]
        hidden = tf.nn.silu(A @ W1 + b1)
        if gated:
            hidden *= A @ parts[2][0] + parts[2][1]
        return hidden @ W2 + b2

    @tf.function
    def update(A, labels):
        with tf.GradientTape() as tape:
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(
                labels, logits(A)
            )
            loss = tf.reduce_sum(tf.reduce_mean(losses, axis=1))
        optimizer.apply(tape.gradient(loss, variables), variables)

    for _ in range(updates):
        rows = rng.integers(0, len(X_train), 64)
        update(X_train[rows], np.tile(y_train[rows], (NETWORKS, 1)))
    correct = logits(X_test).numpy().argmax(axis=2) == y_test
    return sum(np.size(v) for v in variables) // NETWORKS, correct.mean(axis=1)


parameters, mean = {}, {}
settings = {"SiLU, 26 units": (26, False), "SiLU, 48 units": (48, False)}
for name, setting in {**settings, "SwiGLU, 26 units": (26, True)}.items():
    parameters[name], accuracy = train(*setting)
    mean[name] = accuracy.mean()
    print(f"{name:16}  {parameters[name]:,} parameters, ", end="")
    print(f"test accuracy {accuracy.min():.3f} to {accuracy.max():.3f}")

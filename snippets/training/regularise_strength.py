"""From no penalty to one that is too strong: what validation chooses."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from sklearn.datasets import load_diabetes

X, y = load_diabetes(return_X_y=True, scaled=False)
X = (X - X[:100].mean(axis=0)) / X[:100].std(axis=0)
y = (y - y[:100].mean()) / y[:100].std()
train_set = tf.data.Dataset.from_tensor_slices((X[:100], y[:100]))
parts = {"training": slice(100), "validation": slice(100, 300)}
parts["test"] = slice(300, None)


def train(l2):
    tf.keras.utils.set_random_seed(0)
    penalty = tf.keras.regularizers.L2(l2)
    model = tf.keras.Sequential([tf.keras.Input((10,))])
    model.add(
        tf.keras.layers.Dense(16, activation="relu", kernel_regularizer=penalty)
    )
    model.add(tf.keras.layers.Dense(1, kernel_regularizer=penalty))
    model.compile(tf.keras.optimizers.Adam(0.01), loss="mse")
    model.fit(
        train_set.shuffle(100).batch(20),
        shuffle=False,  # the data set itself shuffles
        epochs=50,
        verbose=0,
    )
    predicted = model(X).numpy()[:, 0]
    return {
        name: np.mean((predicted[part] - y[part]) ** 2)
        for name, part in parts.items()
    }


strengths = [0.0, 0.01, 0.03, 0.1, 0.3, 1.0]
mse = {"training": [], "validation": [], "test": []}
print("  L2  training    valid.      test")
for l2 in strengths:
    loss = train(l2)
    for name, value in loss.items():
        mse[name].append(value)
    print(f"{l2:4}", *(f"{value:9.2f}" for value in loss.values()))
best = int(np.argmin(mse["validation"]))
chosen = strengths[best]
chosen_mse, plain_mse = mse["test"][best], mse["test"][0]
print("smallest validation loss:", chosen)

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
for (name, values), style in zip(mse.items(), ["-", "--", ":"]):
    ax.plot(range(len(strengths)), values, style, marker="o", label=name)
ax.set_xticks(range(len(strengths)), [str(l2) for l2 in strengths])
ax.set(xlabel="strength of the penalty", ylabel="MSE", title="L2 on 100 samples")
ax.legend()
plt.show()

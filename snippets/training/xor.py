"""XOR with a small network and six seeds: the losses, and two of the boundaries."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

np.random.seed(1)
X = np.random.uniform(-1, 1, (200, 2)).astype("float32")
y = (X[:, 0] * X[:, 1] >= 0).astype(int)  # 1 where the signs agree
X_train, X_test, y_train, y_test = X[:100], X[100:], y[:100], y[100:]


def train(seed):
    tf.keras.utils.set_random_seed(seed)
    model = tf.keras.Sequential([tf.keras.Input((2,))])
    for _ in range(3):
        model.add(tf.keras.layers.Dense(4, activation="relu"))
    model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
    model.compile(tf.keras.optimizers.SGD(0.1), loss="binary_crossentropy")
    samples = tf.data.Dataset.from_tensor_slices((X_train, y_train))
    train_set = samples.shuffle(100).repeat(5).batch(10)  # 50 updates an epoch
    history = model.fit(train_set, shuffle=False, epochs=20, verbose=0)
    return model, history.history["loss"]


models, loss, accuracy = {}, {}, {}
for seed in range(1, 7):
    models[seed], loss[seed] = train(seed)
    y_pred = models[seed](X_test).numpy()[:, 0] > 0.5
    accuracy[seed] = np.mean(y_pred == y_test)
    print(f"seed {seed}: loss {loss[seed][-1]:.2f}, accuracy {accuracy[seed]:.2f}")
parameters = models[1].count_params()
print(f"parameters: {parameters}")

side = np.linspace(-1, 1, 61, dtype="float32")
grid = np.dstack(np.meshgrid(side, side)).reshape(-1, 2)
fig, axes = plt.subplots(1, 3, figsize=(7.4, 3), layout="constrained")
for seed, values in loss.items():
    axes[0].plot(
        np.arange(50, 1001, 50), values, "-" if seed == 4 else ":", c="black"
    )
axes[0].annotate("seed 4", (1000, loss[4][-1]), (650, 0.58))
axes[0].set(xlabel="updates", ylabel="loss", title="Six seeds")
for ax, seed in zip(axes[1:], [3, 4]):
    p = models[seed](grid).numpy().reshape(61, 61)
    ax.contourf(side, side, p, [0, 0.5, 1], colors=["C0", "C1"], alpha=0.3)
    for label, marker in [(0, "o"), (1, "x")]:
        points = X_test[y_test == label]
        ax.plot(points[:, 0], points[:, 1], marker, markersize=4)
    ax.set(title=f"seed {seed}", xticks=[], yticks=[], aspect="equal")
plt.show()

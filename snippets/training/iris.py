"""Iris from the data to the test: a hidden layer, compile(), fit() and curves."""

import matplotlib.pyplot as plt
import tensorflow as tf
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split

tf.keras.utils.set_random_seed(0)
X, y = load_iris(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=50, stratify=y, random_state=1
)

# Build: 4 features, 16 hidden units, 3 species
model = tf.keras.Sequential()
model.add(tf.keras.Input((4,)))
model.add(tf.keras.layers.Dense(16, activation="sigmoid"))
model.add(tf.keras.layers.Dense(3, activation="softmax"))

# Set how the model learns
model.compile(
    optimizer=tf.keras.optimizers.Adam(0.03),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)

# Train, with a fifth of the training data held back for validation
history = model.fit(
    X_train, y_train, batch_size=16, epochs=30, validation_split=0.2, verbose=0
)
curves = history.history
for epoch in [1, 10, 20, 30]:
    print(
        f"epoch {epoch:2}: loss {curves['loss'][epoch - 1]:.3f}, "
        f"validation loss {curves['val_loss'][epoch - 1]:.3f}"
    )

# Evaluate, once, with data that took no part
test_loss, test_accuracy = model.evaluate(X_test, y_test, verbose=0)
print(f"test: loss {test_loss:.3f}, accuracy {test_accuracy:.2f}")

fig, axes = plt.subplots(1, 2, figsize=(7, 3.2), layout="constrained")
for ax, name in zip(axes, ["loss", "accuracy"], strict=True):
    ax.plot(range(1, 31), curves[name], label="training")
    ax.plot(range(1, 31), curves[f"val_{name}"], "--", label="validation")
    ax.set(xlabel="epoch", title=name)
axes[0].legend()
plt.show()

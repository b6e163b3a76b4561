"""Iris from the data to a prediction: compile(), fit(), evaluate(), predict()."""

import matplotlib.pyplot as plt
import tensorflow as tf
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split

tf.keras.utils.set_random_seed(0)
iris = load_iris()
X_train, X_test, y_train, y_test = train_test_split(
    iris.data, iris.target, test_size=50, stratify=iris.target, random_state=1
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
updates = int(model.optimizer.iterations)
print(f"30 epochs, {updates} updates")
for name in ["loss", "val_loss"]:
    print(f"{name:8} {curves[name][0]:.3f} -> {curves[name][-1]:.3f}")

# Evaluate, once, with data that took no part
test_loss, test_accuracy = model.evaluate(X_test, y_test, verbose=0)
print(f"test: loss {test_loss:.3f}, accuracy {test_accuracy:.2f}")

# Predict: three probabilities for each flower
for p, label in zip(model.predict(X_test[:3], verbose=0), y_test):
    predicted, true = iris.target_names[[p.argmax(), label]]
    print(f"predicted {predicted} with p = {p.max():.2f}, true {true}")

fig, axes = plt.subplots(1, 2, figsize=(7, 3.2), layout="constrained")
for ax, name in zip(axes, ["loss", "accuracy"], strict=True):
    ax.plot(range(1, 31), curves[name], label="training")
    ax.plot(range(1, 31), curves[f"val_{name}"], "--", label="validation")
    ax.set(xlabel="epoch", title=name)
axes[0].legend()
plt.show()

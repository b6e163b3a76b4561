"""EarlyStopping, ModelCheckpoint and CSVLogger in one training."""

import csv
from pathlib import Path

import tensorflow as tf
from sklearn.datasets import make_moons

tf.keras.utils.set_random_seed(0)
X, y = make_moons(500, noise=0.3, random_state=0)
model = tf.keras.Sequential([tf.keras.Input((2,))])
model.add(tf.keras.layers.Dense(16, activation="relu"))
model.add(tf.keras.layers.Dense(16, activation="relu"))
model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
model.compile(
    optimizer=tf.keras.optimizers.Adam(0.01),
    loss="binary_crossentropy",
    metrics=["accuracy"],
)

callbacks = [
    tf.keras.callbacks.EarlyStopping("val_loss", patience=15),
    tf.keras.callbacks.ModelCheckpoint("loss.keras", save_best_only=True),
    tf.keras.callbacks.ModelCheckpoint(
        "accuracy.keras", monitor="val_accuracy", save_best_only=True
    ),
    tf.keras.callbacks.CSVLogger("training.csv"),
]
model.fit(
    X[:100],
    y[:100],
    epochs=200,
    validation_data=(X[100:200], y[100:200]),
    callbacks=callbacks,
    verbose=0,
)

# The log is a file, so it is there after the program has ended
rows = list(csv.DictReader(Path("training.csv").read_text().splitlines()))
by_loss = min(rows, key=lambda row: float(row["val_loss"]))
by_accuracy = max(rows, key=lambda row: float(row["val_accuracy"]))
epoch = {
    "last": len(rows),
    "loss.keras": int(by_loss["epoch"]) + 1,
    "accuracy.keras": int(by_accuracy["epoch"]) + 1,
}
test_loss, test_accuracy = {}, {}
for name in epoch:
    one = model if name == "last" else tf.keras.models.load_model(name)
    test_loss[name], test_accuracy[name] = one.evaluate(
        X[200:], y[200:], batch_size=300, verbose=0
    )
    print(f"{name:14} epoch {epoch[name]:2}", end=", ")
    print(f"test loss {test_loss[name]:.3f}", end=", ")
    print(f"accuracy {test_accuracy[name]:.2f}")

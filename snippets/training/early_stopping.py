"""EarlyStopping counts the epochs without improvement, and stops at the fifth."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

# Data of the textbook's second edition: the noise grows to both sides
np.random.seed(0)
x = np.random.uniform(-2, 2, 200)
y = 1.726 * x - 0.84 + np.array([np.random.normal(0, 0.5 + t * t / 3) for t in x])
x_train, y_train = x[:120], y[:120]
x_val, y_val = x[120:150], y[120:150]

tf.keras.utils.set_random_seed(0)
model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
history = model.fit(
    x_train,
    y_train,
    validation_data=(x_val, y_val),
    epochs=300,
    callbacks=[tf.keras.callbacks.EarlyStopping(patience=5)],
    verbose=0,
)
val_loss = history.history["val_loss"]
best_epoch, last_epoch = int(np.argmin(val_loss)) + 1, len(val_loss)

# Count as the callback does, and draw the count beside the curve
fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
best, waited = np.inf, 0
for epoch, loss in enumerate(val_loss, start=1):
    waited = 0 if loss < best else waited + 1
    best = min(best, loss)
    if epoch >= best_epoch - 3:
        print(f"epoch {epoch}: {loss:.4f}, epochs without improvement: {waited}")
        ax.annotate(waited, (epoch, loss), (4, 6), textcoords="offset points")
assert waited == 5

left = model.evaluate(x_val, y_val, verbose=0)
print(f"validation loss of the model after fit(): {left:.4f}")
ax.plot(range(1, last_epoch + 1), val_loss, "o--", label="validation loss")
ax.axvline(best_epoch, color="grey", linestyle=":", label="best epoch")
ax.set(xlim=(15, 25), ylim=(0.77, 0.8), xlabel="epoch", ylabel="loss")
ax.set_title("Counting to a patience of 5")
ax.legend()
plt.show()

"""Which weights are left after early stopping, and how to have the best ones."""

import tensorflow as tf
from sklearn.datasets import load_diabetes

X, y = load_diabetes(return_X_y=True, scaled=False)
X = (X - X[:100].mean(axis=0)) / X[:100].std(axis=0)
y = (y - y[:100].mean()) / y[:100].std()
train_set = tf.data.Dataset.from_tensor_slices((X[:100], y[:100]))
val_set = tf.data.Dataset.from_tensor_slices((X[100:200], y[100:200])).batch(100)
test_set = tf.data.Dataset.from_tensor_slices((X[200:], y[200:])).batch(100)


def train(**options):
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((10,)))
    model.add(tf.keras.layers.Dense(16, activation="relu"))
    model.add(tf.keras.layers.Dense(1))
    model.compile(tf.keras.optimizers.Adam(0.01), loss="mse")
    history = model.fit(
        train_set.shuffle(100).batch(16),
        shuffle=False,  # the data set itself shuffles
        epochs=50,
        validation_data=val_set,
        callbacks=[tf.keras.callbacks.EarlyStopping(patience=20, **options)],
        verbose=0,
    )
    return model, history.history["val_loss"]


left, test = {}, {}
for restore in [False, True]:
    model, val_loss = train(restore_best_weights=restore)
    left[restore] = model.evaluate(val_set, verbose=0)
    test[restore] = model.evaluate(test_set, verbose=0)
    print(f"restore_best_weights={restore}")
    print(f"  best epoch {min(val_loss):.3f}, last epoch {val_loss[-1]:.3f}")
    print(f"  the model: {left[restore]:.3f}, on test data {test[restore]:.3f}")
assert left[False] > left[True]

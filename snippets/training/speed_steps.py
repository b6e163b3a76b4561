"""steps_per_execution: how often does fit() come back to Python?"""

import numpy as np
import tensorflow as tf

X = np.random.default_rng(0).normal(size=(800, 5)).astype("float32")
y = X @ np.array([1.0, -2.0, 0.5, 3.0, -1.0])


class Count(tf.keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.calls = 0

    def on_train_batch_end(self, batch, logs=None):
        self.calls += 1


calls, loss = {}, {}
for steps in [1, 8]:
    tf.keras.utils.set_random_seed(0)
    model = tf.keras.Sequential([tf.keras.Input((5,)), tf.keras.layers.Dense(1)])
    model.compile("sgd", "mse", steps_per_execution=steps)
    count = Count()
    history = model.fit(X, y, batch_size=20, epochs=2, callbacks=[count], verbose=0)
    loss[steps], calls[steps] = history.history["loss"], count.calls
    print(f"steps_per_execution={steps}: {calls[steps]} calls for 80 updates")
print("the same losses:", np.allclose(loss[1], loss[8], rtol=1e-4))

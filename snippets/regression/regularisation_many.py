"""Least squares and ridge over 20 splits, with 13 features and with 104."""

import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

X, y = boston_housing_data()
alphas = {"ridge__alpha": np.logspace(-1, 3, 5)}


def scaled(regression, degree):
    """Standardise, make products up to this degree, standardise them, fit."""
    products = PolynomialFeatures(degree, include_bias=False)
    return make_pipeline(StandardScaler(), products, StandardScaler(), regression)


median, worst, ridge_wins = {}, {}, {}
for degree, features in {1: 13, 2: 104}.items():
    scores = []
    for seed in range(20):
        X_train, X_test, y_train, y_test = train_test_split(
            X, y, test_size=0.3, random_state=seed
        )
        least_squares = scaled(LinearRegression(), degree)
        ridge = GridSearchCV(scaled(Ridge(), degree), alphas)  # 5 folds
        scores.append(
            [
                least_squares.fit(X_train, y_train).score(X_test, y_test),
                ridge.fit(X_train, y_train).score(X_test, y_test),
            ]
        )
    median[features] = np.median(scores, axis=0)
    worst[features] = np.min(scores, axis=0)
    ridge_wins[features] = sum(ridge > ols for ols, ridge in scores)
    for place, name in enumerate(["least squares", "ridge"]):
        print(
            f"{features:3} features, {name:13}  test R²: median "
            f"{median[features][place]:.2f}, worst {worst[features][place]:.2f}"
        )
    print(f"  ridge is better in {ridge_wins[features]} of 20 splits")

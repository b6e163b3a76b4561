"""Columns of pure noise raise the training R² and lower the test R²."""

import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

X, y = boston_housing_data()
train_r2, test_r2 = {}, {}
for columns in [0, 10, 50, 100, 200]:
    scores = []
    for seed in range(20):  # each time other noise and another split
        noise = np.random.default_rng(seed).normal(size=(len(X), 200))
        features = np.hstack([X, noise[:, :columns]])
        X_train, X_test, y_train, y_test = train_test_split(
            features, y, test_size=0.3, random_state=seed
        )
        model = LinearRegression().fit(X_train, y_train)
        scores.append([model.score(X_train, y_train), model.score(X_test, y_test)])
    train_r2[columns], test_r2[columns] = np.median(scores, axis=0)
    worst = np.min(scores, axis=0)[1]
    print(
        f"{columns:3} noise columns, median R²: training {train_r2[columns]:.2f}, "
        f"test {test_r2[columns]:.2f} (worst {worst:.2f})"
    )
assert list(train_r2.values()) == sorted(train_r2.values())

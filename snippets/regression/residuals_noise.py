"""Columns of pure noise raise the training R² and lower the test R²."""

import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

X, y = boston_housing_data()
noise = np.random.default_rng(0).normal(size=(len(X), 200))

train_r2, test_r2 = {}, {}
for columns in [0, 10, 50, 100, 200]:
    features = np.hstack([X, noise[:, :columns]])
    X_train, X_test, y_train, y_test = train_test_split(
        features, y, test_size=0.3, random_state=0
    )
    model = LinearRegression().fit(X_train, y_train)
    train_r2[columns] = model.score(X_train, y_train)
    test_r2[columns] = model.score(X_test, y_test)
    print(
        f"{columns:3} noise columns: training {train_r2[columns]:.3f}, "
        f"test {test_r2[columns]:.3f}"
    )
assert list(train_r2.values()) == sorted(train_r2.values())

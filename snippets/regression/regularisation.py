"""Ridge, lasso and elastic net beside plain least squares, on 13 features."""

import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.linear_model import ElasticNet, Lasso, LinearRegression, Ridge
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split

X, y = boston_housing_data()
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.3, random_state=0
)
models = {
    "least squares": LinearRegression(),
    "ridge": Ridge(alpha=1.0),
    "lasso": Lasso(alpha=0.1),
    "elastic net": ElasticNet(alpha=0.1, l1_ratio=0.5),
}
train_mse, test_mse, test_r2, zeros = {}, {}, {}, {}
print("               training     test    test  zero")
print("                    MSE      MSE      R²  weights")
for name, model in models.items():
    model.fit(X_train, y_train)
    train_mse[name] = mean_squared_error(y_train, model.predict(X_train))
    test_mse[name] = mean_squared_error(y_test, model.predict(X_test))
    test_r2[name] = model.score(X_test, y_test)
    zeros[name] = np.sum(model.coef_ == 0)
    print(
        f"{name:14} {train_mse[name]:8.3f} {test_mse[name]:8.3f} "
        f"{test_r2[name]:7.3f} {zeros[name]:5}"
    )
lasso_train_r2 = models["lasso"].score(X_train, y_train)
lasso_coef = models["lasso"].coef_

# Ridge by hand: the penalty adds alpha to the diagonal, the intercept goes free
X_centred = X_train - X_train.mean(axis=0)
y_centred = y_train - y_train.mean()
by_hand = np.linalg.solve(
    X_centred.T @ X_centred + 1.0 * np.eye(13), X_centred.T @ y_centred
)
agrees = np.allclose(by_hand, models["ridge"].coef_)
print("ridge by hand agrees with scikit-learn:", agrees)

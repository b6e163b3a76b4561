"""Residual plot, mean squared error and R² of a regression with 13 features."""

import matplotlib.pyplot as plt
import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_squared_error, r2_score
from sklearn.model_selection import train_test_split

X, y = boston_housing_data()
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.3, random_state=0
)
model = LinearRegression().fit(X_train, y_train)


def mse_by_hand(y, y_pred):
    return np.mean((y - y_pred) ** 2)


def r2_by_hand(y, y_pred):
    return 1 - mse_by_hand(y, y_pred) / np.var(y)


mse, r2 = {}, {}
fig, ax = plt.subplots(figsize=(6, 3.6), layout="constrained")
sets = {"training": (X_train, y_train, "o"), "test": (X_test, y_test, "x")}
for name, (X_set, y_set, marker) in sets.items():
    y_pred = model.predict(X_set)
    mse[name] = mse_by_hand(y_set, y_pred)
    r2[name] = r2_by_hand(y_set, y_pred)
    assert np.isclose(mse[name], mean_squared_error(y_set, y_pred))
    assert np.isclose(r2[name], r2_score(y_set, y_pred))
    print(f"{name:8}  MSE {mse[name]:.3f}  R² {r2[name]:.3f}")
    ax.plot(y_pred, y_set - y_pred, marker, markersize=4, label=name)
rmse = np.sqrt(mse["test"])
middle = np.median(np.abs(y_test - model.predict(X_test)))
print(f"test data: root of the MSE {rmse:.2f}, median error {middle:.2f}")
mean_residual = np.mean(y_train - model.predict(X_train))
print(f"mean training residual below 1e-9: {abs(mean_residual) < 1e-9}")

ax.axhline(0, color="0.4", linewidth=1)
cap = np.array([22, 46])
ax.plot(cap, 50 - cap, "k:", label="price = 50")
ax.set(xlabel="prediction", ylabel="residual", title="Price minus prediction")
ax.legend()
plt.show()

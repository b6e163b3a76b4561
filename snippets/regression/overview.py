"""Four kinds of regression on one feature, with their R² on unseen districts."""

import matplotlib.pyplot as plt
import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures
from sklearn.tree import DecisionTreeRegressor

X, y = boston_housing_data()
lstat = X[:, [12]]  # share of residents with little schooling or low-paid work
X_train, X_test, y_train, y_test = train_test_split(
    lstat, y, test_size=0.3, random_state=0
)
models = {
    "straight line": LinearRegression(),
    "cubic curve": make_pipeline(PolynomialFeatures(3), LinearRegression()),
    "decision tree": DecisionTreeRegressor(max_depth=3, random_state=0),
    "random forest": RandomForestRegressor(
        n_estimators=100, min_samples_leaf=10, random_state=0
    ),
}

grid = np.linspace(lstat.min(), lstat.max(), 400).reshape(-1, 1)
r2 = {}
fig, axes = plt.subplots(
    2, 2, figsize=(7, 5.4), sharex=True, sharey=True, layout="constrained"
)
for ax, (name, model) in zip(axes.flat, models.items()):
    model.fit(X_train, y_train)
    r2[name] = model.score(X_test, y_test)
    print(f"{name:14} R² on the test data {r2[name]:.3f}")
    ax.plot(X_test, y_test, ".", alpha=0.5)
    ax.plot(grid, model.predict(grid), linewidth=2)
    ax.set_title(name)
for ax in axes[1]:
    ax.set_xlabel("LSTAT (%)")
for ax in axes[:, 0]:
    ax.set_ylabel("price ($1000)")
plt.show()

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
models = {
    "straight line": LinearRegression(),
    "cubic curve": make_pipeline(PolynomialFeatures(3), LinearRegression()),
    "decision tree": DecisionTreeRegressor(max_depth=3, random_state=0),
    "random forest": RandomForestRegressor(min_samples_leaf=10, random_state=0),
}

# Twenty ways to split the data, with 30% for the test
r2 = {name: [] for name in models}
for seed in range(20):
    X_train, X_test, y_train, y_test = train_test_split(
        lstat, y, test_size=0.3, random_state=seed
    )
    for name, model in models.items():
        r2[name].append(model.fit(X_train, y_train).score(X_test, y_test))
mean = {}
for name, scores in r2.items():
    mean[name] = np.mean(scores)
    print(f"{name:14} R² {mean[name]:.2f} ({min(scores):.2f} to {max(scores):.2f})")
line_last = sum(min(scores) == scores[0] for scores in zip(*r2.values()))
print(f"the line is last in {line_last} of 20 splits")

# The models as trained on the last split, and its test data
grid = np.linspace(lstat.min(), lstat.max(), 400).reshape(-1, 1)
fig, axes = plt.subplots(
    2, 2, figsize=(7, 5.4), sharex=True, sharey=True, layout="constrained"
)
for ax, (name, model) in zip(axes.flat, models.items()):
    ax.plot(X_test, y_test, ".", alpha=0.5)
    ax.plot(grid, model.predict(grid), linewidth=2)
    ax.set_title(name)
for ax in axes[1]:
    ax.set_xlabel("LSTAT (%)")
for ax in axes[:, 0]:
    ax.set_ylabel("price ($1000)")
plt.show()

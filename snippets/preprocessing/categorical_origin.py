"""A code is not a quantity: fuel economy by origin, numbered in three ways."""

import matplotlib.pyplot as plt
import numpy as np
from mlxtend.data import autompg_data
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import ShuffleSplit, cross_val_score
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder
from sklearn.tree import DecisionTreeRegressor

X, y = autompg_data()
names = {1: "USA", 2: "Europe", 3: "Japan"}
origin = np.array([[names[code]] for code in X[:, 6]])
mean = {name: y[origin[:, 0] == name].mean() for name in ["Europe", "Japan", "USA"]}
print("mean:", *(f"{name} {value:.1f}" for name, value in mean.items()))

splits = ShuffleSplit(n_splits=20, test_size=0.3, random_state=0)
orders = [
    ["Europe", "Japan", "USA"],  # alphabetical
    ["USA", "Europe", "Japan"],  # from the lowest mean to the highest
    ["Europe", "USA", "Japan"],
]
r2_number, from_line = [], []
for order in orders:
    as_number = OrdinalEncoder(categories=[order]).fit_transform(origin)
    line = LinearRegression().fit(as_number, y)
    from_line.append(dict(zip(order, line.predict([[0], [1], [2]]))))
    r2_number.append(cross_val_score(line, as_number, y, cv=splits).mean())
    print("0, 1, 2 =", ", ".join(order), f" test R² {r2_number[-1]:.2f}")
tree = DecisionTreeRegressor(random_state=0)
r2_tree = cross_val_score(tree, as_number, y, cv=splits).mean()
print(f"a tree with the last numbers: test R² {r2_tree:.2f}")

onehot = OneHotEncoder(sparse_output=False).fit_transform(origin)
columns = LinearRegression(fit_intercept=False).fit(onehot, y)
r2_onehot = cross_val_score(columns, onehot, y, cv=splits).mean()
assert np.allclose(columns.coef_, list(mean.values()))
print(f"one-hot columns: test R² {r2_onehot:.2f}; the weights are the means")

fig, axes = plt.subplots(1, 3, figsize=(8, 3), sharey=True, layout="constrained")
for ax, order, line in zip(axes, orders, from_line):
    ax.plot([mean[name] for name in order], "s", markersize=9, label="one-hot")
    ax.plot([line[name] for name in order], "--o", label="one number")
    ax.set_xticks(range(3), order)
axes[0].set(ylabel="predicted miles per gallon", ylim=(15, 35))
axes[0].legend()
plt.show()

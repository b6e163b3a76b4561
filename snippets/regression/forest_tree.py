"""A regression tree of depth 3: price by LSTAT, in eight steps."""

import matplotlib.pyplot as plt
import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.tree import DecisionTreeRegressor

X, y = boston_housing_data()
lstat = X[:, 12]
tree = DecisionTreeRegressor(max_depth=3, random_state=0)
tree.fit(lstat.reshape(-1, 1), y)


def best_split(x, y):
    """The threshold whose two halves have the smallest sum of squared errors."""
    order = np.argsort(x)
    x, y = x[order], y[order]
    candidates = np.flatnonzero(np.diff(x)) + 1
    sse = [k * np.var(y[:k]) + (len(y) - k) * np.var(y[k:]) for k in candidates]
    k = candidates[np.argmin(sse)]
    return (x[k - 1] + x[k]) / 2


by_hand = best_split(lstat, y)
first_split = tree.tree_.threshold[0]
print(f"first split: LSTAT {first_split:.3f}; by hand {by_hand:.3f}")
assert np.isclose(first_split, by_hand)
leaves = tree.get_n_leaves()
r2 = tree.score(lstat.reshape(-1, 1), y)
print(f"leaves: {leaves}, R² {r2:.3f}")
leaf = tree.apply(lstat.reshape(-1, 1))  # the leaf in which each district ends
last = leaf == leaf[np.argmax(lstat)]
agrees = np.isclose(y[last].mean(), tree.predict([[lstat.max()]])[0])
print("a leaf predicts the mean of its districts:", agrees)

grid = np.linspace(lstat.min(), lstat.max(), 800).reshape(-1, 1)
fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
ax.plot(lstat, y, ".", alpha=0.4)
ax.plot(grid, tree.predict(grid), linewidth=2, label="tree")
ax.axvline(first_split, color="0.4", linestyle=":", label="first split")
ax.set(xlabel="LSTAT (%)", ylabel="price ($1000)", title="A curve made of steps")
ax.legend()
plt.show()

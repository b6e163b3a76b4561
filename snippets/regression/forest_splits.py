"""Linear regression, a single tree, and a forest on 20 splits of the data."""

import matplotlib.pyplot as plt
import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeRegressor

X, y = boston_housing_data()
names = ["linear regression", "single tree", "a tree of the forest", "forest"]
r2 = {name: [] for name in names}
for seed in range(20):
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=0.4, random_state=seed
    )
    linear = LinearRegression().fit(X_train, y_train)
    tree = DecisionTreeRegressor(random_state=0).fit(X_train, y_train)
    forest = RandomForestRegressor(random_state=0).fit(X_train, y_train)
    # The trees of the forest are grown on resamples: score each, take the mean
    members = [member.score(X_test, y_test) for member in forest.estimators_]
    r2["linear regression"].append(linear.score(X_test, y_test))
    r2["single tree"].append(tree.score(X_test, y_test))
    r2["a tree of the forest"].append(np.mean(members))
    r2["forest"].append(forest.score(X_test, y_test))

median = {name: np.median(scores) for name, scores in r2.items()}
for name, scores in r2.items():
    print(f"{name:20} {median[name]:.2f} ({min(scores):.2f} to {max(scores):.2f})")
scores = np.array([r2[name] for name in names])
tree_wins = np.sum(scores[1] > scores[0])
forest_wins = np.sum(scores[3] > np.maximum(scores[0], scores[1]))
print(f"the single tree beats linear regression in {tree_wins} of 20 splits")
print(f"the forest beats both in {forest_wins} of 20 splits")

fig, ax = plt.subplots(figsize=(6, 3), layout="constrained")
for row, name in enumerate(names):
    ax.plot(r2[name], np.full(20, row), "o", alpha=0.4)
    ax.plot(median[name], row, "k|", markersize=18)
ax.set(yticks=range(4), yticklabels=names, xlabel="R² on the test data")
ax.set_title("20 splits")
plt.show()

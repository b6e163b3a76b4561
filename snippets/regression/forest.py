"""A random forest on all 13 features, and how good it is by number of trees."""

import matplotlib.pyplot as plt
import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_squared_error, r2_score
from sklearn.model_selection import train_test_split

X, y = boston_housing_data()
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.4, random_state=1
)
forest = RandomForestRegressor(n_estimators=1000, oob_score=True, random_state=1)
forest.fit(X_train, y_train)

# Every tree by itself; the forest is their mean
each_test = np.array([tree.predict(X_test) for tree in forest.estimators_])
assert np.allclose(each_test.mean(axis=0), forest.predict(X_test))
train_mse = mean_squared_error(y_train, forest.predict(X_train))
test_mse = mean_squared_error(y_test, forest.predict(X_test))
train_r2 = r2_score(y_train, forest.predict(X_train))
test_r2 = r2_score(y_test, forest.predict(X_test))
oob_r2 = forest.oob_score_  # each district by the trees that have not drawn it
print(f"training: MSE {train_mse:.3f}, R² {train_r2:.3f}")
print(f"test:     MSE {test_mse:.3f}, R² {test_r2:.3f}")
print(f"out of bag:          R² {oob_r2:.3f}")
linear_r2 = LinearRegression().fit(X_train, y_train).score(X_test, y_test)
print(f"linear regression, test R² {linear_r2:.3f}")

counts = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
by_trees = {n: r2_score(y_test, each_test[:n].mean(axis=0)) for n in counts}

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.semilogx(counts, by_trees.values(), "o-", label="forest")
ax.axhline(linear_r2, color="0.3", linestyle="--", label="linear regression")
ax.set(xlabel="trees", ylabel="R² on the test data", title="More trees")
ax.legend()
plt.show()

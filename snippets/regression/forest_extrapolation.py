"""A forest never predicts beyond the prices it has seen; a line does."""

import numpy as np
from sklearn.ensemble import RandomForestRegressor
from sklearn.linear_model import LinearRegression

rng = np.random.default_rng(0)
x_train = rng.uniform(0, 10, (200, 1))
y_train = 3 * x_train[:, 0] + rng.normal(0, 1, 200)

forest = RandomForestRegressor(n_estimators=100, random_state=0)
forest.fit(x_train, y_train)
line = LinearRegression().fit(x_train, y_train)

highest = y_train.max()
print(f"highest target in the training data: {highest:.1f}")
print("   x   truth   line   forest")
forest_pred, line_pred = {}, {}
for x in [5, 10, 15, 20]:
    forest_pred[x] = forest.predict([[x]])[0]
    line_pred[x] = line.predict([[x]])[0]
    print(f"{x:4} {3 * x:7.1f} {line_pred[x]:6.1f} {forest_pred[x]:8.1f}")
assert forest_pred[20] == forest_pred[15] <= highest

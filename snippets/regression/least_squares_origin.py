"""Without the column of ones the line has to pass through the origin."""

import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.linear_model import LinearRegression

X, y = boston_housing_data()
rooms = X[:, 5]

slope = rooms @ y / (rooms @ rooms)
model = LinearRegression(fit_intercept=False).fit(rooms.reshape(-1, 1), y)
assert np.isclose(slope, model.coef_[0])

with_intercept = LinearRegression().fit(rooms.reshape(-1, 1), y)
mse_origin = np.mean((y - slope * rooms) ** 2)
mse_free = np.mean((y - with_intercept.predict(rooms.reshape(-1, 1))) ** 2)
print(f"through the origin: slope {slope:.3f}, MSE {mse_origin:.2f}")
print(
    f"with an intercept:  slope {with_intercept.coef_[0]:.3f}, MSE {mse_free:.2f}"
)
mean_residual = np.mean(y - slope * rooms)
print(f"mean residual through the origin: {mean_residual:.2f}")

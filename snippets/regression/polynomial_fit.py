"""A polynomial through ten points, and its error on points left out."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import LeaveOneOut, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

x = np.array([258.0, 270, 294, 320, 342, 368, 396, 446, 480, 586])
y = np.array([236.4, 234.4, 252.8, 298.6, 314.2, 342.2, 360.8, 368, 391.2, 390.8])
column = x.reshape(-1, 1)

degree = 2
model = make_pipeline(
    StandardScaler(),
    PolynomialFeatures(degree, include_bias=False),
    LinearRegression(),
)
error = y - model.fit(column, y).predict(column)
error_left_out = y - cross_val_predict(model, column, y, cv=LeaveOneOut())
rmse = np.sqrt(np.mean(error**2))
rmse_left_out = np.sqrt(np.mean(error_left_out**2))
print(f"typical error: training {rmse:.1f}, points left out {rmse_left_out:.1f}")

grid = np.linspace(245, 605, 400).reshape(-1, 1)
fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
ax.plot(grid, model.fit(column, y).predict(grid))
ax.plot(x, y, "o")
ax.set(xlabel="x", ylabel="y", xlim=(245, 605), ylim=(150, 500))
plt.show()

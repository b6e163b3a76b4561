"""A line and a parabola through ten points."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_squared_error, r2_score
from sklearn.preprocessing import PolynomialFeatures

x = np.array([258.0, 270, 294, 320, 342, 368, 396, 446, 480, 586])
y = np.array([236.4, 234.4, 252.8, 298.6, 314.2, 342.2, 360.8, 368, 391.2, 390.8])
column = x.reshape(-1, 1)

curves, mse, r2 = {}, {}, {}
grid = np.linspace(250, 600, 200).reshape(-1, 1)
for name, degree in {"line": 1, "parabola": 2}.items():
    features = PolynomialFeatures(degree)
    model = LinearRegression().fit(features.fit_transform(column), y)
    y_pred = model.predict(features.transform(column))
    mse[name], r2[name] = mean_squared_error(y, y_pred), r2_score(y, y_pred)
    curves[name] = model.predict(features.transform(grid))
    print(f"{name:8}  MSE {mse[name]:7.3f}  R² {r2[name]:.3f}")

# The parabola is a linear regression over the columns 1, x and x²
columns = np.column_stack([np.ones_like(x), x, x**2])
assert np.allclose(columns, features.transform(column))
weights = np.linalg.lstsq(columns, y)[0]
agrees = np.allclose(columns @ weights, y_pred)
print("same as least squares over 1, x, x²:", agrees)
peak = -weights[1] / (2 * weights[2])
print(f"the parabola turns down at x = {peak:.0f}")

fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
ax.plot(x, y, "o", label="ten points")
for (name, curve), style in zip(curves.items(), ["--", "-"]):
    ax.plot(grid, curve, style, label=name)
ax.axvline(peak, color="0.6", linestyle=":", linewidth=1)
ax.set(xlabel="x", ylabel="y", title="Line and parabola")
ax.legend()
plt.show()

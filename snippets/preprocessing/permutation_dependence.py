"""Partial dependence by hand, and an interaction that averaging hides."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.ensemble import RandomForestRegressor
from sklearn.inspection import partial_dependence

rng = np.random.default_rng(0)
X = rng.uniform(-1, 1, size=(500, 3))
y = 2 * X[:, 0] ** 2 + 2 * X[:, 1] * np.sign(X[:, 2]) + 0.1 * rng.normal(size=500)
model = RandomForestRegressor(30, random_state=0).fit(X, y)

# Set one feature to a value in all rows, predict, and average
grid = np.linspace(-0.9, 0.9, 15)
curves = {}
for feature in (0, 1):
    curves[feature] = np.empty((len(X), len(grid)))
    for column, value in enumerate(grid):
        changed = X.copy()
        changed[:, feature] = value
        curves[feature][:, column] = model.predict(changed)
    library = partial_dependence(
        model, X, [feature], custom_values={feature: grid}, method="brute"
    )
    assert np.allclose(library["average"][0], curves[feature].mean(axis=0))

height = {j: np.ptp(curves[j].mean(axis=0)) for j in curves}
each = np.median(np.ptp(curves[1], axis=1))
print(f"averaged, the prediction changes by {height[0]:.2f} with x0", end=", ")
print(f"by {height[1]:.2f} with x1")
print(f"for a single sample it changes by {each:.2f} with x1")

fig, axes = plt.subplots(1, 2, figsize=(8, 3.4), sharey=True, layout="constrained")
for feature, ax in enumerate(axes):
    ax.plot(grid, curves[feature][:25].T, color="gray", alpha=0.3, linewidth=0.8)
    ax.plot(grid, curves[feature].mean(axis=0), linewidth=3)
    ax.set(xlabel=f"x{'₀₁'[feature]}")
axes[0].set(ylabel="prediction")
plt.show()

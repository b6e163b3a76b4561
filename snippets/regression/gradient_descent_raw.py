"""The same descent without standardising: the valley becomes a narrow ravine."""

import numpy as np
from mlxtend.data import boston_housing_data

X, y = boston_housing_data()
rooms = X[:, 5]


def descend(x, y, epochs):
    design = np.column_stack([x, np.ones_like(x)])
    curvature = np.linalg.eigvalsh(design.T @ design)
    learning_rate = 1 / curvature[-1]  # safely below the limit 2 / curvature[-1]
    weights = np.zeros(2)
    for _ in range(epochs):
        weights += learning_rate * design.T @ (y - design @ weights)
    return weights, curvature[-1] / curvature[0]


def standardise(values):
    return (values - values.mean()) / values.std()


weights, condition_std = descend(standardise(rooms), standardise(y), 100)
print(f"standardised: steepest direction {condition_std:.0f} times the flattest")
slope_std = weights[0] * y.std() / rooms.std()
print(f"  slope after 100 epochs:   {slope_std:.3f}")

raw_slope = {}
for epochs in [100, 10_000, 100_000]:
    (raw_slope[epochs], _), condition = descend(rooms, y, epochs)
    if epochs == 100:
        print(f"raw: steepest direction {condition:.0f} times the flattest")
    print(f"  slope after {epochs:6} epochs: {raw_slope[epochs]:.3f}")

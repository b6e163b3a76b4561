"""Means minimise squared errors, medians absolute ones, quantiles tilted ones."""

import numpy as np
from scipy.optimize import minimize_scalar
from sklearn.metrics import mean_absolute_error, mean_squared_error

prices = np.array([180, 190, 200, 210, 220, 230, 2300])  # one has a zero too many
losses = {
    "squared": lambda c: np.mean((prices - c) ** 2),
    "absolute": lambda c: np.mean(np.abs(prices - c)),
    "Huber": lambda c: np.mean(
        np.where(
            np.abs(prices - c) < 20,
            (prices - c) ** 2,
            40 * np.abs(prices - c) - 400,
        )
    ),
}
best = {}
for name, loss in losses.items():
    best[name] = minimize_scalar(loss, bounds=(0, 2500), method="bounded").x
    print(f"{name:9} loss is smallest at {best[name]:.0f}")
print(f"mean {prices.mean():.0f}, median {np.median(prices):.0f}")

# The same on a prediction of 205 for all: what one wrong price does to each score
predicted = np.full(7, 205.0)
mae = mean_absolute_error(prices, predicted)
rmse = mean_squared_error(prices, predicted) ** 0.5
print(f"mean absolute error {mae:.0f}, root of the mean squared error {rmse:.0f}")

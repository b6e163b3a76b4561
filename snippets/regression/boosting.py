"""Gradient boosting by hand: each tree corrects what those before it left over."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.tree import DecisionTreeRegressor

rng = np.random.default_rng(0)
x = np.sort(rng.uniform(0, 6, 120))
X, y = x[:, None], np.sin(x) + 0.2 * rng.normal(size=120)

learning_rate, steps = 0.3, 50
prediction = np.full(len(y), y.mean())
loss, snapshots = [np.mean((y - prediction) ** 2)], {}
for step in range(1, steps + 1):
    residual = y - prediction  # minus the gradient of half the squared error
    tree = DecisionTreeRegressor(max_depth=2, random_state=0).fit(X, residual)
    prediction += learning_rate * tree.predict(X)
    loss.append(np.mean((y - prediction) ** 2))
    if step in (1, 3, 50):
        snapshots[step] = prediction.copy()

library = GradientBoostingRegressor(
    learning_rate=learning_rate, n_estimators=steps, max_depth=2, random_state=0
).fit(X, y)
assert np.allclose(library.predict(X), prediction)
print(
    "mean squared error:",
    ", ".join(f"{i} trees {loss[i]:.3f}" for i in (0, 1, 3, 50)),
)
print("the same as GradientBoostingRegressor")

fig, axes = plt.subplots(1, 3, figsize=(9, 3), sharey=True, layout="constrained")
for ax, (step, curve) in zip(axes, snapshots.items(), strict=True):
    ax.plot(x, y, ".", color="gray", alpha=0.6)
    ax.plot(x, curve, color="C1")
    ax.set(title=f"{step} tree(s)", xlabel="x")
axes[0].set_ylabel("y")
plt.show()

"""Four fits and what their residuals tell: noise, a bend, a funnel, an outlier."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression

rng = np.random.default_rng(2)
x = np.sort(rng.uniform(0, 10, 120))
noise = rng.normal(0, 1, 120)
outlier = np.where(x == x[-3], -25, 0)
targets = {
    "noise alone": 3 * x + 2 * noise,
    "a bend": 3 * x + 0.5 * (x - 5) ** 2 + 2 * noise,
    "a funnel": 3 * x + 0.6 * x * noise,
    "an outlier": 3 * x + 2 * noise + outlier,
}

r2 = {}
fig, axes = plt.subplots(2, 2, figsize=(7, 4.6), sharex=True, layout="constrained")
for ax, (name, y) in zip(axes.flat, targets.items()):
    model = LinearRegression().fit(x.reshape(-1, 1), y)
    r2[name] = model.score(x.reshape(-1, 1), y)
    print(f"{name:11}  R² {r2[name]:.2f}, slope {model.coef_[0]:.2f}")
    y_pred = model.predict(x.reshape(-1, 1))
    ax.plot(y_pred, y - y_pred, ".")
    ax.axhline(0, color="0.4", linewidth=1)
    ax.set(title=name)
for ax in axes[1]:
    ax.set_xlabel("prediction")
for ax in axes[:, 0]:
    ax.set_ylabel("residual")
plt.show()

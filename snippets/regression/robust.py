"""One line, a few wrong values: five estimators, over 20 draws."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import (
    HuberRegressor,
    LinearRegression,
    QuantileRegressor,
    RANSACRegressor,
    TheilSenRegressor,
)

wrong = 15
slopes = {}
for seed in range(19, -1, -1):  # seed 0 comes last and is drawn
    rng = np.random.default_rng(seed)
    x = rng.uniform(0, 10, 100)
    y = 2 * x + rng.normal(size=100)
    far = np.argsort(x)[-30:]
    y[rng.choice(far, wrong, replace=False)] -= 20  # a sensor that fails at high x
    X = x[:, None]
    models = {
        "least squares": LinearRegression(),
        "median": QuantileRegressor(quantile=0.5, alpha=0),
        "Huber": HuberRegressor(alpha=0),
        "Theil-Sen": TheilSenRegressor(random_state=seed, max_subpopulation=2000),
        "RANSAC": RANSACRegressor(random_state=seed),
    }
    for name, model in models.items():
        model.fit(X, y)
        slope = model.predict([[1]])[0] - model.predict([[0]])[0]
        slopes.setdefault(name, []).append(slope)

median = {name: np.median(values) for name, values in slopes.items()}
lowest = {name: min(values) for name, values in slopes.items()}
highest = {name: max(values) for name, values in slopes.items()}
print("true slope 2")
for name in slopes:
    print(
        f"{name:13} {median[name]:.2f} ({lowest[name]:.2f} to {highest[name]:.2f})"
    )

fig, ax = plt.subplots(figsize=(6.4, 3.8), layout="constrained")
ax.plot(x, y, ".", color="gray", label="data")
ends = np.array([[0], [10]])
styles = ("--", "-.", ":", (0, (5, 1)), "-")
for (name, model), style in zip(models.items(), styles, strict=True):
    ax.plot(ends[:, 0], model.predict(ends), linestyle=style, label=name)
ax.set(xlabel="x", ylabel="y")
ax.legend(fontsize="small")
plt.show()

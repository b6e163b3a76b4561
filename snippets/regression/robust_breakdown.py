"""How many wrong values does each estimator bear?"""

import matplotlib.pyplot as plt
import numpy as np
from sklearn import linear_model

shares = [0.1, 0.2, 0.3, 0.4]


def estimators(seed):
    return {
        "least squares": linear_model.LinearRegression(),
        "median": linear_model.QuantileRegressor(quantile=0.5, alpha=0),
        "Huber": linear_model.HuberRegressor(alpha=0, max_iter=1000),
        "Theil-Sen": linear_model.TheilSenRegressor(
            random_state=seed, max_subpopulation=500
        ),
        "RANSAC": linear_model.RANSACRegressor(random_state=seed),
        "RANSAC, 3": linear_model.RANSACRegressor(
            residual_threshold=3, random_state=seed
        ),
    }


def slope_errors(leverage):
    """Median error of the slope for each estimator and share of wrong values."""
    errors = {}
    for share in shares:
        draws = {}
        for seed in range(10):
            rng = np.random.default_rng(seed)
            x = rng.uniform(0, 10, 100)
            y, wrong = 2 * x + rng.normal(size=100), np.arange(100) < 100 * share
            y[wrong] = rng.uniform(-20, 0, wrong.sum())
            if leverage:  # the wrong values lie far to the right as well
                x[wrong] = rng.uniform(20, 30, wrong.sum())
            for name, model in estimators(seed).items():
                ends = model.fit(x[:, None], y).predict([[0], [1]])
                draws.setdefault(name, []).append(abs(ends[1] - ends[0] - 2))
        for name, values in draws.items():
            errors.setdefault(name, []).append(np.median(values))
    return errors


usual_x, far_x = slope_errors(leverage=False), slope_errors(leverage=True)
results = {"Wrong y only": usual_x, "Wrong y, far x": far_x}
fig, axes = plt.subplots(1, 2, figsize=(8, 3.6), sharey=True, layout="constrained")
styles = ("--s", "-.D", ":^", "-v", "-o", "--x")
for ax, (title, errors) in zip(axes, results.items(), strict=True):
    print(f"{title:22}", *(f"{share:5.0%}" for share in shares))
    for (name, values), style in zip(errors.items(), styles, strict=True):
        print(f"{name:22}", *(f"{value:5.2f}" for value in values))
        ax.plot(shares, values, style, label=name)
    ax.set(xlabel="share of wrong values", yscale="symlog", title=title)
axes[0].set(ylabel="error of the slope", ylim=(0, None))
axes[0].legend(fontsize="small")
plt.show()

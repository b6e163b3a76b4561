"""Hide known values, fill them in three ways, and compare with the truth."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_iris
from sklearn.experimental import enable_iterative_imputer  # noqa: F401
from sklearn.impute import IterativeImputer, KNNImputer, SimpleImputer

X = load_iris().data
length, width = 2, 3  # the columns of the petals
imputers = {
    "mean": SimpleImputer(),
    "KNN": KNNImputer(n_neighbors=5),
    "iterative": IterativeImputer(random_state=0),
}


def hide_and_fill(seed, imputer):
    """Hide 45 petal widths at random; return their rows and the filled table."""
    rng = np.random.default_rng(seed)
    hidden = rng.choice(len(X), size=45, replace=False)
    X_missing = X.copy()
    X_missing[hidden, width] = np.nan
    return hidden, imputer.fit_transform(X_missing)


true_spread = X[:, width].std()
true_correlation = np.corrcoef(X[:, length], X[:, width])[0, 1]
print(f"truth: std {true_spread:.2f}, correlation {true_correlation:.2f}")
error, spread, correlation = {}, {}, {}
for name, imputer in imputers.items():
    draws = []
    for seed in range(20):
        hidden, filled = hide_and_fill(seed, imputer)
        rmse = np.sqrt(np.mean((filled[hidden, width] - X[hidden, width]) ** 2))
        correlated = np.corrcoef(filled[:, length], filled[:, width])[0, 1]
        draws.append([rmse, filled[:, width].std(), correlated])
    errors = [draw[0] for draw in draws]
    error[name], spread[name], correlation[name] = np.mean(draws, axis=0)
    print(
        f"{name:9} error {error[name]:.2f} cm "
        f"({min(errors):.2f} to {max(errors):.2f}), "
        f"std {spread[name]:.2f}, correlation {correlation[name]:.2f}"
    )

fig, axes = plt.subplots(1, 3, figsize=(7.2, 3), sharey=True, layout="constrained")
for ax, (name, imputer) in zip(axes, imputers.items()):
    hidden, filled = hide_and_fill(0, imputer)
    known = np.delete(X, hidden, axis=0)
    ax.plot(known[:, length], known[:, width], "o", markersize=3, label="known")
    ax.plot(filled[hidden, length], filled[hidden, width], "x", label="filled in")
    ax.set(xlabel="petal length [cm]", title=name)
axes[0].set_ylabel("petal width [cm]")
axes[0].legend()
plt.show()

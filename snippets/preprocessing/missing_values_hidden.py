"""Hide known values, fill them in three ways, and compare with the truth."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_iris
from sklearn.experimental import enable_iterative_imputer  # noqa: F401
from sklearn.impute import IterativeImputer, KNNImputer, SimpleImputer

X = load_iris().data
length, width = 2, 3  # the columns of the petals
rng = np.random.default_rng(0)
hidden = rng.choice(len(X), size=45, replace=False)
X_missing = X.copy()
X_missing[hidden, width] = np.nan

imputers = {
    "mean": SimpleImputer(),
    "KNN": KNNImputer(n_neighbors=5),
    "iterative": IterativeImputer(random_state=0),
}
true_spread = X[:, width].std()
true_correlation = np.corrcoef(X[:, length], X[:, width])[0, 1]
print(f"truth: std {true_spread:.2f}, correlation {true_correlation:.2f}")

error, spread, correlation = {}, {}, {}
fig, axes = plt.subplots(1, 3, figsize=(7.2, 3), sharey=True, layout="constrained")
for ax, (name, imputer) in zip(axes, imputers.items()):
    filled = imputer.fit_transform(X_missing)
    error[name] = np.sqrt(np.mean((filled[hidden, width] - X[hidden, width]) ** 2))
    spread[name] = filled[:, width].std()
    correlation[name] = np.corrcoef(filled[:, length], filled[:, width])[0, 1]
    print(
        f"{name:9} typical error {error[name]:.2f} cm, std {spread[name]:.2f}, "
        f"correlation {correlation[name]:.2f}"
    )
    ax.plot(
        X_missing[:, length], X_missing[:, width], "o", markersize=3, label="known"
    )
    ax.plot(filled[hidden, length], filled[hidden, width], "x", label="filled in")
    ax.set(xlabel="petal length [cm]", title=name)
axes[0].set_ylabel("petal width [cm]")
axes[0].legend()
plt.show()

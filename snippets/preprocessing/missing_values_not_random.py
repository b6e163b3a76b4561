"""The same imputers when the largest values are the ones that are missing."""

import numpy as np
from sklearn.datasets import load_iris
from sklearn.experimental import enable_iterative_imputer  # noqa: F401
from sklearn.impute import IterativeImputer, KNNImputer, SimpleImputer

X = load_iris().data
width = 3  # the column of the petal width
imputers = {
    "mean": SimpleImputer(),
    "KNN": KNNImputer(n_neighbors=5),
    "iterative": IterativeImputer(random_state=0),
}


def mean_widths(hidden):
    """The mean petal width by method when the widths of these rows are hidden."""
    X_missing = X.copy()
    X_missing[hidden, width] = np.nan
    means = {"dropped": np.nanmean(X_missing[:, width])}
    for name, imputer in imputers.items():
        means[name] = imputer.fit_transform(X_missing)[:, width].mean()
    return means


largest = np.argsort(X[:, width], kind="stable")[-45:]
mean_largest = mean_widths(largest)
random_draws = []
for seed in range(20):
    rng = np.random.default_rng(seed)
    random_draws.append(mean_widths(rng.choice(len(X), size=45, replace=False)))

truth = X[:, width].mean()
print(f"true mean of the petal width: {truth:.2f} cm")
lowest, highest = {}, {}
for name in mean_largest:
    values = [means[name] for means in random_draws]
    lowest[name], highest[name] = min(values), max(values)
    print(
        f"{name:9}  at random {lowest[name]:.2f} to {highest[name]:.2f}, "
        f"the largest missing {mean_largest[name]:.2f}"
    )

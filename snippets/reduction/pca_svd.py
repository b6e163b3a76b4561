"""PCA without a covariance matrix: the singular value decomposition of the data."""

import numpy as np
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.3, random_state=0, stratify=y
)
X_std = StandardScaler().fit_transform(X_train)

eigenvalues, eigenvectors = np.linalg.eigh(np.cov(X_std.T))
U, singular_values, Vt = np.linalg.svd(X_std, full_matrices=False)

from_svd = singular_values**2 / (len(X_std) - 1)
same_variances = np.allclose(from_svd, eigenvalues[::-1])
cosines = np.sum(Vt * eigenvectors[:, ::-1].T, axis=1)
same_directions = np.allclose(np.abs(cosines), 1)
same_projection = np.allclose(U * singular_values, X_std @ Vt.T)
print(f"singular values² / (n - 1) are the eigenvalues: {same_variances}")
print(f"rows of Vt are the eigenvectors, up to sign:    {same_directions}")
print(f"U times the singular values is the projection:  {same_projection}")

# A column that is 10^-9 away from another: squaring loses it, the SVD does not
rng = np.random.default_rng(0)
a, b = rng.standard_normal((2, 500))
A = np.column_stack([a, a + 1e-9 * b])
A -= A.mean(axis=0)
true_deviation = 1e-9 * b.std(ddof=1) / np.sqrt(2)
deviation_svd = np.linalg.svd(A)[1][-1] / np.sqrt(len(A) - 1)
variance_eigh = np.linalg.eigvalsh(A.T @ A / (len(A) - 1))[0]
svd_close = np.isclose(deviation_svd, true_deviation, rtol=0.01)
eigh_close = np.isclose(variance_eigh, true_deviation**2, rtol=0.5, atol=0)
print(f"spread of about 1e-9 found by the SVD: {svd_close}, by eigh: {eigh_close}")
assert same_variances and same_directions and svd_close and not eigh_close

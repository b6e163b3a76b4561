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
assert same_variances and same_directions and same_projection

"""TruncatedSVD leaves the mean in the data, so its first component points there."""

import numpy as np
from scipy.sparse import csr_array
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA, TruncatedSVD

X = load_digits().data
sparse = csr_array(X)
zeros = 1 - sparse.nnz / X.size
print(f"pixels that are 0: {zeros:.0%}")

svd = TruncatedSVD(2, algorithm="arpack", random_state=0).fit(sparse)
mean = X.mean(axis=0) / np.linalg.norm(X.mean(axis=0))
with_mean = abs(svd.components_[0] @ mean)
print(f"first component of TruncatedSVD and mean image: cosine {with_mean:.3f}")

# PCA takes sparse data too, and subtracts the mean without storing it
pca = PCA(10, svd_solver="arpack", random_state=0).fit(sparse)
dense = PCA(10, svd_solver="full").fit(X)
same = np.allclose(np.abs(pca.components_), np.abs(dense.components_))
print("components of sparse and of dense PCA the same:", same)

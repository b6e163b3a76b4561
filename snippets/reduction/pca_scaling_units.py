"""Another unit for one feature changes the principal components of raw data."""

import numpy as np
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler

wine = load_wine()
proline = wine.feature_names.index("proline")
leader, weight, share = {}, {}, {}
standardised_share = {}
for unit, factor in {"mg/L": 1, "g/L": 0.001, "μg/L": 1000}.items():
    X = wine.data.copy()
    X[:, proline] *= factor
    pca = PCA(n_components=2).fit(X)
    weights = np.abs(pca.components_[0])
    leader[unit] = wine.feature_names[weights.argmax()]
    weight[unit] = weights.max()
    share[unit] = pca.explained_variance_ratio_[0]
    pca_std = PCA(n_components=2).fit(StandardScaler().fit_transform(X))
    standardised_share[unit] = pca_std.explained_variance_ratio_[0]
    print(
        f"proline in {unit:4}  PC 1: {share[unit]:.4f}, led by {leader[unit]} "
        f"({weight[unit]:.3f}); standardised {standardised_share[unit]:.4f}"
    )
assert np.ptp(list(standardised_share.values())) < 1e-9

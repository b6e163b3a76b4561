"""Incremental PCA takes 25 samples at a time and loses hardly any variance."""

import numpy as np
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA, IncrementalPCA
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.3, random_state=0, stratify=y
)
X_train_std = StandardScaler().fit_transform(X_train)

pca = PCA(n_components=9).fit(X_train_std)
incremental = IncrementalPCA(n_components=9)
for X_batch in np.array_split(X_train_std, len(X_train_std) // 25 + 1):
    incremental.partial_fit(X_batch)
    seen = int(incremental.n_samples_seen_)
    print(f"a batch of {len(X_batch)}, {seen} samples so far")

at_once = pca.explained_variance_ratio_.sum()
in_batches = incremental.explained_variance_ratio_.sum()
print(f"explained by nine components, at once:    {at_once:.4f}")
print(f"explained by nine components, in batches: {in_batches:.4f}")

# The first batch must not be smaller than the number of components
try:
    IncrementalPCA(n_components=9).partial_fit(X_train_std[:8])
except ValueError as error:
    message = str(error)
print(message)
assert "n_components=9 must be less or equal" in message

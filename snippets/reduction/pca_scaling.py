"""The first principal component of wine, with and without standardisation."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

wine = load_wine()
X_train, X_test, y_train, y_test = train_test_split(
    wine.data, wine.target, test_size=0.3, random_state=0, stratify=wine.target
)
scaler = StandardScaler().fit(X_train)
variants = {
    "as measured": (X_train, X_test),
    "standardised": (scaler.transform(X_train), scaler.transform(X_test)),
}
share, accuracy = {}, {}
fig, axes = plt.subplots(1, 2, figsize=(7.6, 3.2), layout="constrained")
for ax, (name, (train, test)) in zip(axes, variants.items()):
    pca = PCA(n_components=2).fit(train)
    share[name] = pca.explained_variance_ratio_[0]
    leader = wine.feature_names[np.abs(pca.components_[0]).argmax()]
    weight = np.abs(pca.components_[0]).max()
    model = LogisticRegression(max_iter=5000).fit(pca.transform(train), y_train)
    accuracy[name] = model.score(pca.transform(test), y_test)
    print(f"{name:12}  PC 1 explains {share[name]:.4f}, test {accuracy[name]:.3f}")
    print(f"              largest weight: {leader} {weight:.3f}")
    for label, marker in enumerate("osx"):
        ax.plot(*pca.transform(train)[y_train == label].T, marker, markersize=4)
    ax.set(xlabel="PC 1", ylabel="PC 2", title=name)
plt.show()

variance = X_train.var(axis=0)
proline_share = variance[wine.feature_names.index("proline")] / variance.sum()
print(f"share of proline in the variance of the raw data: {proline_share:.4f}")

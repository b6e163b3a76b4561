"""How much variance each principal component explains, and how many reach 95%."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.3, random_state=0, stratify=y
)
X_train_std = StandardScaler().fit_transform(X_train)

eigenvalues = np.linalg.eigvalsh(np.cov(X_train_std.T))[::-1]
ratio = eigenvalues / eigenvalues.sum()
cumulative = ratio.cumsum()
agrees = np.allclose(ratio, PCA().fit(X_train_std).explained_variance_ratio_)
print(f"same as explained_variance_ratio_: {agrees}")
assert agrees

pca_95 = PCA(n_components=0.95).fit(X_train_std)
components_95 = pca_95.n_components_
share_95 = pca_95.explained_variance_ratio_.sum()
print(f"PC 1 and PC 2: {ratio[0]:.4f} + {ratio[1]:.4f} = {cumulative[1]:.4f}")
print(f"PCA(0.95) keeps {components_95} components: {share_95:.4f}")

number = np.arange(1, len(ratio) + 1)
fig, ax = plt.subplots(figsize=(6, 3.4))
ax.bar(number, ratio, label="each component")
ax.step(number, cumulative, where="mid", color="black", label="cumulative")
ax.axhline(0.95, linestyle=":", color="black", linewidth=1)
ax.set(xlabel="principal component", ylabel="explained variance ratio")
ax.set(ylim=(0, 1.05), title="Explained variance")
ax.legend(loc="center right")
plt.show()

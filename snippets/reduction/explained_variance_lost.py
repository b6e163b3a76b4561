"""What the explained variance promises: how well the samples can be restored."""

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
scaler = StandardScaler().fit(X_train)
data = {"training": scaler.transform(X_train), "test": scaler.transform(X_test)}

number = np.arange(1, 14)
error = {name: [] for name in data}
unexplained = []
for n_components in number:
    pca = PCA(n_components=n_components).fit(data["training"])
    unexplained.append(1 - pca.explained_variance_ratio_.sum())
    for name, X_std in data.items():
        restored = pca.inverse_transform(pca.transform(X_std))
        error[name].append(np.mean((X_std - restored) ** 2))

for count in [2, 5, 10]:
    print(
        f"{count:2} components: unexplained {unexplained[count - 1]:.3f}, "
        f"error on training {error['training'][count - 1]:.3f}, "
        f"on test {error['test'][count - 1]:.3f}"
    )
assert np.allclose(error["training"], unexplained)

fig, ax = plt.subplots(figsize=(6, 3.2))
ax.plot(number, error["training"], "o-", label="training")
ax.plot(number, error["test"], "s--", label="test")
ax.set(xlabel="number of components", ylabel="mean squared error")
ax.set(title="Restored from fewer numbers")
ax.legend()
plt.show()

"""What the explained variance promises: how well samples can be reconstructed."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
splits, components = 20, np.arange(1, 13)
error = {name: np.empty((splits, 12)) for name in ["training", "test"]}
unexplained = np.empty((splits, 12))
for seed in range(splits):
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=0.3, random_state=seed, stratify=y
    )
    scaler = StandardScaler().fit(X_train)
    data = {"training": scaler.transform(X_train), "test": scaler.transform(X_test)}
    for k in components:
        pca = PCA(n_components=k).fit(data["training"])
        unexplained[seed, k - 1] = 1 - pca.explained_variance_ratio_.sum()
        for name, X_std in data.items():
            restored = pca.inverse_transform(pca.transform(X_std))
            error[name][seed, k - 1] = np.mean((X_std - restored) ** 2)
assert np.allclose(error["training"], unexplained)

larger = np.sum(error["test"] > error["training"], axis=0)
mean = {name: values.mean(axis=0) for name, values in error.items()}
for k in [2, 5, 10]:
    print(
        f"{k:2} components: training error {mean['training'][k - 1]:.3f}, "
        f"test {mean['test'][k - 1]:.3f}, larger in {larger[k - 1]} of {splits}"
    )

fig, ax = plt.subplots(figsize=(6, 3.2))
for (name, values), style in zip(mean.items(), ["o-", "s--"]):
    ax.plot(components, values, style, label=name)
ax.set(xlabel="number of components", ylabel="mean squared error")
ax.set(title="Restored from fewer numbers")
ax.legend()
plt.show()

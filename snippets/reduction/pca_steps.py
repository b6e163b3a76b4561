"""Principal component analysis in five NumPy steps, compared with scikit-learn."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.3, random_state=0, stratify=y
)

# 1. Standardise with the mean and standard deviation of the training dataset
mean, std = X_train.mean(axis=0), X_train.std(axis=0)
X_train_std, X_test_std = (X_train - mean) / std, (X_test - mean) / std

# 2. Covariance matrix; 3. its eigenvalues and eigenvectors, largest first
covariance = np.cov(X_train_std.T)
eigenvalues, eigenvectors = np.linalg.eigh(covariance)
eigenvalues, eigenvectors = eigenvalues[::-1], eigenvectors[:, ::-1]

# 4. Projection matrix of the first two; 5. project
W = eigenvectors[:, :2]
X_train_pca = X_train_std @ W

pca = PCA(n_components=2).fit(X_train_std)
projected = {"training": X_train_pca, "test": X_test_std @ W}
signs = np.sign(np.sum(W.T * pca.components_, axis=1))  # the sign is arbitrary
for name, X_std in [("training", X_train_std), ("test", X_test_std)]:
    same = np.allclose(projected[name] * signs, pca.transform(X_std))
    print(
        f"{name}: {X_std.shape} becomes {projected[name].shape}; as in PCA: {same}"
    )
    assert same
first_row = np.abs(X_train_pca[0])
first_three = ", ".join(f"{value:.4f}" for value in eigenvalues[:3])
print(f"eigenvalues: {first_three}, ..., {eigenvalues[-1]:.4f}")
print(f"first training sample: |{first_row[0]:.4f}| |{first_row[1]:.4f}|")

fig, ax = plt.subplots(figsize=(5.6, 3.6))
for label, marker in enumerate("osx"):
    chosen = (X_train_pca * signs)[y_train == label]
    ax.plot(*chosen.T, marker, markersize=5, label=f"class {label + 1}")
ax.set(xlabel="PC 1", ylabel="PC 2", title="Wine on two principal components")
ax.legend()
plt.show()

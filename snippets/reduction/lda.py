"""Linear discriminant analysis by hand: means, scatter matrices, eigenvectors."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.linalg import eigh
from sklearn.datasets import load_wine
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.3, random_state=0, stratify=y
)
X_std = StandardScaler().fit_transform(X_train)

means = np.array([X_std[y_train == k].mean(axis=0) for k in range(3)])
counts = np.bincount(y_train)
print("class counts:", counts, " first means:", np.round(means[:, 0], 4))

# Scatter within the classes, and between the class means and the overall mean (0)
S_W = sum(n * np.cov(X_std[y_train == k].T, ddof=0) for k, n in enumerate(counts))
S_B = sum(n * np.outer(m, m) for n, m in zip(counts, means))
assert np.allclose(S_W + S_B, X_std.T @ X_std)

# Solve S_B w = lambda S_W w; the eigenvalues come in ascending order
eigenvalues, W = eigh(S_B, S_W)
above_zero = int(np.sum(eigenvalues > 1e-9))
assert np.allclose(W.T @ S_W @ W, np.eye(13))
eigenvalues, W = eigenvalues[[-1, -2]], W[:, [-1, -2]]
share = eigenvalues / eigenvalues.sum()
print(f"eigenvalues {eigenvalues[0]:.3f} and {eigenvalues[1]:.3f}, ", end="")
print(f"{above_zero} above zero")

library = LinearDiscriminantAnalysis(solver="eigen", n_components=2)
X_lda = library.fit(X_std, y_train).transform(X_std)
scaled = np.abs(W) * np.sqrt(len(X_std))  # the library divides S_W by the number
same_axes = np.allclose(scaled, np.abs(library.scalings_[:, :2]))
same_share = np.allclose(share, library.explained_variance_ratio_)
print(f"as in scikit-learn: axes {same_axes}, shares {same_share}")
assert same_axes and same_share

fig, ax = plt.subplots(figsize=(5.6, 3.6))
for label, marker in enumerate("osx"):
    chosen = X_lda[y_train == label]
    ax.plot(*chosen.T, marker, markersize=5, label=f"class {label + 1}")
ax.set(xlabel="LD 1", ylabel="LD 2", title="Wine on two linear discriminants")
ax.legend()
plt.show()

"""Linear discriminant analysis by hand: means, scatter matrices, eigenvectors."""

import matplotlib.pyplot as plt
import numpy as np
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

# Within the classes, and between the class means and the overall mean (zero)
S_W = sum(n * np.cov(X_std[y_train == k].T, ddof=0) for k, n in enumerate(counts))
S_B = sum(n * np.outer(m, m) for n, m in zip(counts, means))
assert np.allclose(S_W + S_B, X_std.T @ X_std)

eigenvalues, eigenvectors = np.linalg.eig(np.linalg.solve(S_W, S_B))
above_zero = int(np.sum(eigenvalues.real > 1e-9))
order = np.abs(eigenvalues).argsort()[:-3:-1]  # two; the others are noise
first, second = eigenvalues = eigenvalues.real[order]
W = eigenvectors.real[:, order]
print(f"eigenvalues {first:.3f} and {second:.3f}, {above_zero} above zero")

X_lda = X_std @ W
library = LinearDiscriminantAnalysis(solver="eigen", n_components=2)
X_library = library.fit(X_std, y_train).transform(X_std)
share = eigenvalues / eigenvalues.sum()
correlations = np.diag(np.corrcoef(X_lda.T, X_library.T)[:2, 2:])
same_direction = np.allclose(np.abs(correlations), 1)
same_share = np.allclose(share, library.explained_variance_ratio_)
print(f"as in scikit-learn: directions {same_direction}, shares {same_share}")
assert same_direction and same_share
print(f"discriminability: {share[0]:.3f} and {share[1]:.3f}")

fig, ax = plt.subplots(figsize=(5.6, 3.6))
for label, marker in enumerate("osx"):
    chosen = X_library[y_train == label]
    ax.plot(*chosen.T, marker, markersize=5, label=f"class {label + 1}")
ax.set(xlabel="LD 1", ylabel="LD 2", title="Wine on two linear discriminants")
ax.legend()
plt.show()

"""Three within-class matrices and their first axis: which one is scikit-learn's?"""

import numpy as np
from scipy.linalg import eigh
from sklearn.datasets import load_wine
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


def discriminants(X, y):
    """The two largest eigenvalues and the first axis for each way to make S_W."""
    classes = [X[y == k] for k in range(3)]
    offsets = [c.mean(axis=0) - X.mean(axis=0) for c in classes]
    S_B = sum(len(c) * np.outer(m, m) for c, m in zip(classes, offsets))
    within = {
        "covariances n-1": sum(np.cov(c.T) for c in classes),
        "covariances n": sum(np.cov(c.T, ddof=0) for c in classes),
        "scatters": sum(len(c) * np.cov(c.T, ddof=0) for c in classes),
    }
    solved = {name: eigh(S_B, S_W) for name, S_W in within.items()}
    return {name: (v[[-1, -2]], w[:, -1]) for name, (v, w) in solved.items()}


def cosine_to_library(axis, X, y):
    other = LinearDiscriminantAnalysis(solver="eigen").fit(X, y).scalings_[:, 0]
    return abs(axis @ other) / np.linalg.norm(axis) / np.linalg.norm(other)


X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.3, random_state=0, stratify=y
)
X_std = StandardScaler().fit_transform(X_train)
eigenvalues, cosine = {}, {}
for name, (values, axis) in discriminants(X_std, y_train).items():
    eigenvalues[name], cosine[name] = (
        values,
        cosine_to_library(axis, X_std, y_train),
    )
    print(
        f"{name:15}  {values[0]:8.3f} {values[1]:8.3f}  cosine {cosine[name]:.3f}"
    )

# Keep only 14 of the 41 samples of the first class, twenty times
few = []
for seed in range(20):
    dropped = np.random.default_rng(seed).choice(
        np.flatnonzero(y_train == 0), 27, False
    )
    X_few, y_few = np.delete(X_std, dropped, axis=0), np.delete(y_train, dropped)
    axis = discriminants(X_few, y_few)["covariances n-1"][1]
    few.append(cosine_to_library(axis, X_few, y_few))
few_low, few_high = min(few), max(few)
print(f"with 14 samples of class 1: cosine {few_low:.3f} to {few_high:.3f}")
assert few_high < cosine["covariances n-1"]

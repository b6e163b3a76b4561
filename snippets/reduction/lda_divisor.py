"""Three within-class matrices and their eigenvalues: which is the library's?"""

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
classes = [X_std[y_train == k] for k in range(3)]
S_B = sum(len(c) * np.outer(c.mean(axis=0), c.mean(axis=0)) for c in classes)

within = {
    "covariances n-1": sum(np.cov(c.T) for c in classes),
    "covariances n": sum(np.cov(c.T, ddof=0) for c in classes),
    "scatters": sum(len(c) * np.cov(c.T, ddof=0) for c in classes),
}
library = LinearDiscriminantAnalysis(solver="eigen").fit(X_std, y_train)
eigenvalues, cosine = {}, {}
for name, S_W in within.items():
    values, vectors = np.linalg.eig(np.linalg.solve(S_W, S_B))
    order = np.abs(values).argsort()[::-1][:2]
    eigenvalues[name] = values.real[order]
    w, v = vectors.real[:, order[0]], library.scalings_[:, 0]
    cosine[name] = abs(w @ v) / np.linalg.norm(w) / np.linalg.norm(v)
    first, second = eigenvalues[name]
    print(f"{name:15}  {first:8.3f} {second:8.3f}  cosine {cosine[name]:.4f}")

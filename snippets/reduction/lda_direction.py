"""PCA follows the spread of all samples, LDA the separation of the classes."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.decomposition import PCA
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

rng = np.random.default_rng(0)
covariance = [[4, 1.6], [1.6, 1]]
X = np.vstack([rng.multivariate_normal([0, c], covariance, 150) for c in (-1, 1)])
y = np.repeat([0, 1], 150)

directions = {
    "PCA": PCA(n_components=1).fit(X).components_[0],
    "LDA": LinearDiscriminantAnalysis(solver="eigen").fit(X, y).scalings_[:, 0],
}
ratio = {}
fig, axes = plt.subplots(1, 3, figsize=(8.6, 3), layout="constrained")
for label, marker in enumerate("ox"):
    axes[0].plot(*X[y == label].T, marker, markersize=3, alpha=0.7)
for (name, direction), style, ax in zip(directions.items(), ["-", "--"], axes[1:]):
    axes[0].axline((0, 0), direction, color="black", linestyle=style, label=name)
    z = X @ (direction / np.linalg.norm(direction))
    between = np.var([z[y == 0].mean(), z[y == 1].mean()])
    ratio[name] = between / np.mean([z[y == 0].var(), z[y == 1].var()])
    print(f"{name}: variance {z.var():.2f}, between / within {ratio[name]:.2f}")
    bins = np.linspace(z.min(), z.max(), 25)
    ax.hist(z[y == 0], bins, alpha=0.6)
    ax.hist(z[y == 1], bins, histtype="step", linewidth=2)
    ax.set(title=f"Projected by {name}", yticks=[])
axes[0].set(title="Two classes", aspect="equal")
axes[0].legend()
plt.show()
assert ratio["LDA"] > ratio["PCA"]

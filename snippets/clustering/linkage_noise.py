"""Two moons with noise, cut into two clusters by one linkage method."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import AgglomerativeClustering
from sklearn.datasets import make_moons
from sklearn.metrics import adjusted_rand_score

method = "single"
noise = 0.05
X, y = make_moons(200, noise=noise, random_state=0)
labels = AgglomerativeClustering(2, linkage=method).fit_predict(X)
sizes = np.sort(np.bincount(labels))[::-1]
larger, smaller = sizes
rand = adjusted_rand_score(y, labels)
print(f"{larger} and {smaller} samples, adjusted Rand index {rand:.2f}")

fig, ax = plt.subplots(figsize=(6, 3.6), layout="constrained")
for j, marker in zip(np.argsort(-np.bincount(labels)), "ox"):
    ax.plot(*X[labels == j].T, marker, markersize=5)
ax.set(xlabel="feature 1", ylabel="feature 2", xlim=(-2, 3), ylim=(-1.5, 2))
plt.show()

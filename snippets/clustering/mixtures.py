"""A Gaussian mixture gives every point a share in every cluster."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import multivariate_normal
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs
from sklearn.metrics import adjusted_rand_score
from sklearn.mixture import GaussianMixture

kmeans_ari, mixture_ari = [], []
for seed in range(19, -1, -1):  # seed 0 comes last and is drawn
    X, y = make_blobs(300, centers=[[-4, 0], [0, 0], [4, 0]], random_state=seed)
    X = X @ np.array([[0.6, 0.8], [0, 2]])  # stretched and slanted
    kmeans = KMeans(3, n_init=5, random_state=seed).fit_predict(X)
    mixture = GaussianMixture(3, n_init=5, random_state=seed).fit(X)
    kmeans_ari.append(adjusted_rand_score(y, kmeans))
    mixture_ari.append(adjusted_rand_score(y, mixture.predict(X)))
median = {"k-means": np.median(kmeans_ari), "mixture": np.median(mixture_ari)}
wins = np.sum(np.array(mixture_ari) > kmeans_ari)
print(f"median ARI of 20 draws: k-means {median['k-means']:.2f}", end=", ")
print(f"mixture {median['mixture']:.2f} (better in {wins})")

# The shares by hand: weight times density, divided by their sum
density = np.column_stack(
    [
        weight * multivariate_normal(mean, covariance).pdf(X)
        for weight, mean, covariance in zip(
            mixture.weights_, mixture.means_, mixture.covariances_, strict=True
        )
    ]
)
shares = density / density.sum(axis=1, keepdims=True)
assert np.allclose(shares, mixture.predict_proba(X))
unsure = np.sum(shares.max(axis=1) < 0.9)
print(f"seed 0: largest share below 0.9 for {unsure} of {len(X)} points")

fig, axes = plt.subplots(1, 2, figsize=(8, 3.4), sharey=True, layout="constrained")
titles = {"k-means": kmeans, "Gaussian mixture": mixture.predict(X)}
for ax, (title, labels) in zip(axes, titles.items(), strict=True):
    for k, marker in enumerate(("o", "s", "^")):
        ax.plot(*X[labels == k].T, marker, markersize=3)
    ax.set(title=title, xlabel="x₁")
axes[0].set_ylabel("x₂")
axes[1].plot(*X[shares.max(axis=1) < 0.9].T, "o", mfc="none", color="C3")
plt.show()

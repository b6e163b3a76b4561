"""The k-distance curve bounds eps from below; a sweep shows the whole range."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import DBSCAN
from sklearn.datasets import make_moons
from sklearn.neighbors import NearestNeighbors

X, _ = make_moons(n_samples=200, noise=0.05, random_state=0)
min_samples = 5

# From this distance on a sample is a core sample; its first neighbour is itself
distances, _ = NearestNeighbors(n_neighbors=min_samples).fit(X).kneighbors(X)
k_distance = np.sort(distances[:, -1])
core_share = {}
for eps in [0.1, 0.15, 0.2]:
    core_share[eps] = np.mean(k_distance <= eps)
    model = DBSCAN(eps=eps, min_samples=min_samples).fit(X)
    assert len(model.core_sample_indices_) == np.sum(k_distance <= eps)
    print(f"eps {eps:.2f}: {core_share[eps]:.1%} core samples, same in DBSCAN")

# Sweep eps
sweep = np.arange(2, 51) / 100
labels = [DBSCAN(eps=eps, min_samples=min_samples).fit_predict(X) for eps in sweep]
clusters = np.array([found.max() + 1 for found in labels])
noise = np.array([np.mean(found == -1) for found in labels])
good = sweep[(clusters == 2) & (noise < 0.01)]
lowest, highest = good[0], good[-1]
share_at_lowest = np.mean(k_distance <= lowest)
print(f"two clusters and hardly any noise: eps from {lowest:.2f} to {highest:.2f}")
print(f"core samples at the lower end: {share_at_lowest:.0%}")

fig, axes = plt.subplots(1, 3, figsize=(8, 3), layout="constrained")
axes[0].plot(k_distance)
axes[0].axhspan(lowest, highest, alpha=0.2, label="two clusters")
axes[0].set(
    xlabel="samples in order", ylabel="5-distance", title="k-distance curve"
)
axes[0].legend()
axes[1].plot(sweep, clusters)
axes[1].set(xlabel="eps", title="clusters")
axes[2].plot(sweep, noise)
axes[2].set(xlabel="eps", title="share of noise")
plt.show()

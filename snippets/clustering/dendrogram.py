"""A dendrogram beside a heat map, whose rows follow the leaves of the tree."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.cluster.hierarchy import dendrogram, linkage

X = np.random.RandomState(123).random_sample((5, 3)) * 10
rows = linkage(X, method="complete")

fig, (tree, heat) = plt.subplots(
    1, 2, figsize=(7, 3.4), sharey=True, layout="constrained"
)
drawn = dendrogram(
    rows, orientation="left", ax=tree, color_threshold=0, leaf_font_size=10
)
leaves = drawn["leaves"]
print("leaves from the bottom:", *leaves)
print("heights:", *(f"{height:.3f}" for height in rows[:, 2]))

# The tree puts leaf number i at 5, 15, 25, ...: let the map's rows lie there too
edges_x, edges_y = np.arange(4) - 0.5, np.arange(6) * 10
image = heat.pcolormesh(edges_x, edges_y, X[leaves], cmap="viridis")
tree.set(xlabel="distance", ylabel="sample", title="Complete linkage")
heat.set(xticks=range(3), xlabel="feature", title="The samples")
fig.colorbar(image, label="value")
plt.show()

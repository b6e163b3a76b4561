"""Two drawings of one tree: what stands side by side need not be close."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.cluster.hierarchy import cophenet, dendrogram, linkage
from scipy.spatial.distance import pdist, squareform

X = np.random.RandomState(123).random_sample((5, 3)) * 10
rows = linkage(X, method="complete")
turned = rows.copy()
turned[-1, [0, 1]] = turned[-1, [1, 0]]  # turn the topmost branch around
turned[2, [0, 1]] = turned[2, [1, 0]]  # and one beneath it
same_tree = np.array_equal(cophenet(rows), cophenet(turned))
assert same_tree
print(f"same tree: {same_tree}")

distances, joined = squareform(pdist(X)), squareform(cophenet(rows))
leaves, beside = {}, {}
fig, axes = plt.subplots(1, 2, figsize=(7, 3.2), sharey=True, layout="constrained")
for ax, (name, tree) in zip(axes, {"as drawn": rows, "turned": turned}.items()):
    drawn = dendrogram(tree, ax=ax, color_threshold=0, leaf_font_size=10)
    leaves[name] = drawn["leaves"]
    pairs = list(zip(leaves[name], leaves[name][1:]))
    beside[name] = [distances[pair] for pair in pairs]
    print(name, *leaves[name])
    print("  distances between neighbours:", *(f"{d:.2f}" for d in beside[name]))
    ax.set(xlabel="sample", title=name)
axes[0].set_ylabel("distance")
plt.show()

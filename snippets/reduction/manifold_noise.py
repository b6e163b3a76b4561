"""With a small perplexity t-SNE shows clumps in data without any structure."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.manifold import TSNE
from sklearn.metrics import pairwise_distances

X = np.random.default_rng(0).normal(size=(200, 10))  # one round distribution
closeness = {}
fig, axes = plt.subplots(1, 3, figsize=(8.4, 3), layout="constrained")
for ax, perplexity in zip(axes, [2, 10, 40]):
    Z = TSNE(perplexity=perplexity, max_iter=500, random_state=0).fit_transform(X)
    distance = pairwise_distances(Z)
    nearest = np.sort(distance, axis=1)[:, 1]  # column 0 is the sample itself
    closeness[perplexity] = nearest.mean() / distance.mean()
    print(
        f"perplexity {perplexity:2}: nearest / average {closeness[perplexity]:.2f}"
    )
    ax.plot(*Z.T, ".", markersize=4)
    ax.set(title=f"perplexity {perplexity}", xticks=[], yticks=[], aspect="equal")
plt.show()

"""Four ways to define the distance between two clusters, and their trees."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.cluster.hierarchy import dendrogram, fcluster, linkage
from scipy.spatial.distance import cdist

X = np.random.RandomState(123).random_sample((5, 3)) * 10


def ward(A, B):
    apart = np.linalg.norm(A.mean(axis=0) - B.mean(axis=0))
    return np.sqrt(2 * len(A) * len(B) / (len(A) + len(B))) * apart


between = {
    "single": lambda A, B: cdist(A, B).min(),
    "average": lambda A, B: cdist(A, B).mean(),
    "complete": lambda A, B: cdist(A, B).max(),
    "ward": ward,
}

top, parts = {}, {}
fig, axes = plt.subplots(1, 4, figsize=(8, 3.2), sharey=True, layout="constrained")
for ax, (method, distance) in zip(axes, between.items()):
    rows = linkage(X, method=method)
    top[method] = rows[-1, 2]
    halves = fcluster(rows, t=2, criterion="maxclust")
    parts[method] = " | ".join(
        str(np.flatnonzero(halves == half)) for half in (1, 2)
    )
    by_hand = distance(X[halves == 1], X[halves == 2])
    assert np.isclose(by_hand, top[method])
    print(
        f"{method:9} top {top[method]:.3f}, by hand {by_hand:.3f}  {parts[method]}"
    )
    dendrogram(rows, ax=ax, color_threshold=0, leaf_font_size=10)
    ax.set(title=method, xlabel="sample")
axes[0].set_ylabel("distance")
plt.show()

"""Two clusters of numbers."""

import numpy as np
from sklearn.cluster import KMeans


def centres(X, count):
    model = KMeans(n_clusters=count, n_init=1, random_state=0).fit(X)
    return sorted(model.cluster_centers_.ravel().tolist())


# Four numbers, two on each side
X = np.array([[0.0], [1.0], [9.0], [10.0]])
found = centres(X, 2)
print("centres", found)
assert len(found) == 2

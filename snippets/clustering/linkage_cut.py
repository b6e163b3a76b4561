"""Cut the tree into two or three clusters, by SciPy and by scikit-learn."""

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from sklearn.cluster import AgglomerativeClustering
from sklearn.metrics import adjusted_rand_score

X = np.random.RandomState(123).random_sample((5, 3)) * 10
rows = linkage(X, method="complete")
labels, agreement = {}, {}
for k in [3, 2]:
    cut = fcluster(rows, t=k, criterion="maxclust")
    model = AgglomerativeClustering(
        n_clusters=k, metric="euclidean", linkage="complete"
    )
    labels[k] = model.fit_predict(X)
    agreement[k] = adjusted_rand_score(cut, labels[k])
    print(f"{k} clusters: SciPy {cut}, scikit-learn {labels[k]}")
    assert agreement[k] == 1

low, high = rows[-2, 2], rows[-1, 2]
print(f"two clusters for every height from {low:.2f} to {high:.2f}")

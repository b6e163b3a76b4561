"""What HDBSCAN computes first: a tree that holds DBSCAN for every eps."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import cdist, squareform
from sklearn.cluster import DBSCAN, HDBSCAN
from sklearn.datasets import make_blobs
from sklearn.metrics import adjusted_rand_score

X, _ = make_blobs(
    [100, 100, 100],
    centers=[[0, 0], [1, 0], [10, 0]],
    cluster_std=[0.15, 0.15, 1.5],
    random_state=0,
)
k = 5  # min_samples; a sample counts itself
distance = cdist(X, X)
core = np.sort(distance, axis=1)[:, k - 1]

# Samples in thin places move away from all others
reach = np.maximum(distance, np.maximum(core[:, None], core))
np.fill_diagonal(reach, 0)
tree = linkage(squareform(reach), method="single")

# Cut at eps, the tree gives the clusters of DBSCAN: the core samples agree
clusters, noise = {}, {}
for eps in (0.1, 0.2, 0.5, 1.5):
    cut = fcluster(tree, t=eps, criterion="distance")
    found = DBSCAN(eps=eps, min_samples=k).fit_predict(X)
    is_core = core <= eps
    assert adjusted_rand_score(cut[is_core], found[is_core]) == 1
    clusters[eps], noise[eps] = len(np.unique(cut[is_core])), np.sum(found == -1)
    print(f"eps {eps}: {clusters[eps]} clusters, {noise[eps]} noise samples")

all_eps = np.linspace(0.02, 3, 200)
sizes = [np.bincount(fcluster(tree, t=e, criterion="distance")) for e in all_eps]
large = [int(np.sum(size >= 50)) for size in sizes]
most = max(large)
branches = HDBSCAN(min_cluster_size=50, min_samples=k, copy=True).fit_predict(X)
branch_count = int(branches.max()) + 1
print(f"one cut: at most {most} clusters of 50 samples, HDBSCAN: {branch_count}")
fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.step(all_eps, large)
ax.set(
    xlabel="eps at which the tree is cut", ylabel="clusters of 50 or more samples"
)
plt.show()

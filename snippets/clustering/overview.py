"""Three methods on three shapes of data: each has data that it suits."""

import matplotlib.pyplot as plt
from sklearn.cluster import DBSCAN, AgglomerativeClustering, KMeans
from sklearn.datasets import make_blobs, make_moons
from sklearn.metrics import adjusted_rand_score

data = {
    "blobs": make_blobs(n_samples=150, centers=3, cluster_std=0.5, random_state=0),
    "moons": make_moons(n_samples=200, noise=0.05, random_state=0),
    "unequal": make_blobs(
        n_samples=[300, 20, 20],
        centers=[(0, 0), (5, 2.5), (5, -2.5)],
        cluster_std=[1.2, 0.3, 0.3],
        random_state=0,
    ),
}
eps = {"blobs": 0.7, "moons": 0.2, "unequal": 0.6}
agreement = {}
fig, axes = plt.subplots(3, 3, figsize=(8, 6), layout="constrained")
for row, (name, (X, y)) in zip(axes, data.items()):
    k = y.max() + 1
    models = {
        "k-means": KMeans(k, n_init=10, random_state=0),
        "bottom-up tree": AgglomerativeClustering(k, linkage="average"),
        "DBSCAN": DBSCAN(eps=eps[name]),
    }
    agreement[name] = {}
    for ax, (method, model) in zip(row, models.items()):
        labels = model.fit_predict(X)
        agreement[name][method] = adjusted_rand_score(y, labels)
        ax.plot(*X[labels == -1].T, "k.", markersize=2)
        for j in range(labels.max() + 1):
            ax.plot(*X[labels == j].T, "osvD^Pp*"[j % 8], markersize=3)
        ax.set(xticks=[], yticks=[])
        ax.set_title(f"{method}: {agreement[name][method]:.2f}", fontsize=10)
    row[0].set_ylabel(name)
    values = (f"{m} {a:.2f}" for m, a in agreement[name].items())
    print(f"{name:8}", ", ".join(values))
plt.show()

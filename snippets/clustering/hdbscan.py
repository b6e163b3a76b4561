"""HDBSCAN beside DBSCAN with five radii, on two kinds of data."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import DBSCAN, HDBSCAN
from sklearn.datasets import make_blobs, make_moons
from sklearn.metrics import adjusted_rand_score

epsilons = (0.2, 0.3, 0.5, 0.8, 1.2)
hdbscan = HDBSCAN(min_cluster_size=10, copy=True)
same_k = HDBSCAN(min_cluster_size=10, min_samples=5, copy=True)  # as in DBSCAN


def draw(kind, seed):
    """Three clusters and 20 noise samples (label -1)."""
    if kind == "blobs":  # three densities
        X, y = make_blobs(
            [80, 80, 80],
            centers=[[0, 0], [4, 0], [12, 0]],
            cluster_std=[0.3, 0.8, 2],
            random_state=seed,
        )
    else:  # two dense moons side by side, a wide cloud far away
        X, y = make_moons(200, noise=0.05, random_state=seed)
        cloud, _ = make_blobs(
            80, centers=[[7, 0]], cluster_std=1.2, random_state=seed
        )
        X, y = np.concatenate([X, cloud]), np.r_[y, [2] * 80]
    noise = np.random.default_rng(seed).uniform([-4, -8], [20, 8], size=(20, 2))
    return np.concatenate([X, noise]), np.r_[y, [-1] * 20]


mean_ari, best_eps, count = {}, {}, {}
for kind in ("moons", "blobs"):
    scores, count[kind] = {}, []
    for seed in range(9, -1, -1):  # seed 0 comes last and is drawn
        X, y = draw(kind, seed)
        labels = {eps: DBSCAN(eps=eps).fit_predict(X) for eps in epsilons}
        labels["HDBSCAN"] = hdbscan.fit_predict(X)
        labels["HDBSCAN 5"] = same_k.fit_predict(X)
        count[kind].append(int(labels["HDBSCAN"].max()) + 1)
        for name, found in labels.items():
            scores.setdefault(name, []).append(adjusted_rand_score(y, found))
    mean_ari[kind] = {name: np.mean(values) for name, values in scores.items()}
    best_eps[kind] = max(epsilons, key=mean_ari[kind].get)
    print(kind, {key: round(float(ari), 2) for key, ari in mean_ari[kind].items()})
    print("  clusters of HDBSCAN:", *count[kind])
merged = count["moons"].count(2)

fig, axes = plt.subplots(1, 2, figsize=(8, 3.4), sharey=True, layout="constrained")
for ax, name in zip(axes, (best_eps["blobs"], "HDBSCAN"), strict=True):
    for label in range(-1, labels[name].max() + 1):
        ax.plot(*X[labels[name] == label].T, "xos^Dv<>"[label + 1], markersize=3)
    ax.set(title="DBSCAN" if name != "HDBSCAN" else name, xlabel="x₁")
axes[0].set_ylabel("x₂")
plt.show()

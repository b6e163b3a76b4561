"""DBSCAN by hand: core samples, border samples and noise."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.spatial.distance import cdist
from sklearn.cluster import DBSCAN
from sklearn.datasets import make_moons

rng = np.random.default_rng(0)
X, _ = make_moons(n_samples=200, noise=0.05, random_state=0)
X = np.vstack([X, rng.uniform([-1.5, -1], [2.5, 1.5], (15, 2))])
eps, min_samples = 0.2, 8

near = cdist(X, X) <= eps
core = near.sum(axis=1) >= min_samples  # a sample counts itself
labels = np.full(len(X), -1)
cluster = 0
for seed in np.flatnonzero(core):
    if labels[seed] != -1:
        continue
    reached = [seed]
    while reached:
        sample = reached.pop()
        if labels[sample] == -1:
            labels[sample] = cluster
            if core[sample]:  # only core samples extend the cluster
                reached.extend(np.flatnonzero(near[sample]))
    cluster += 1

model = DBSCAN(eps=eps, min_samples=min_samples).fit(X)
agree = np.array_equal(labels, model.labels_)
assert agree
noise = labels == -1
kinds = {"core": core, "border": ~core & ~noise, "noise": noise}
count = {kind: np.sum(chosen) for kind, chosen in kinds.items()}
print(f"{cluster} clusters, same labels as DBSCAN: {agree}")
print(", ".join(f"{kind} {number}" for kind, number in count.items()))
scattered = np.sum(noise[-15:])
print(f"noise among the 15 scattered samples: {scattered}")

fig, ax = plt.subplots(figsize=(6, 3.8))
for (kind, chosen), marker in zip(kinds.items(), "osx"):
    ax.plot(*X[chosen].T, marker, markersize=5, label=kind)
ax.set(xlabel="feature 1", ylabel="feature 2", title="Three kinds of sample")
ax.set_ylim(-1.2, 2.2)
ax.set_aspect("equal")
ax.legend()
plt.show()

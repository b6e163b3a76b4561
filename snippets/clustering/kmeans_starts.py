"""How often one run of k-means finds the best centres, by the way it starts."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import KMeans, kmeans_plusplus
from sklearn.datasets import make_blobs

k, runs = 9, 40
grid = [(x, y) for x in (0, 4, 8) for y in (0, 4, 8)]


def run(X, way, seed):
    if way == "random":
        start = np.random.default_rng(seed).choice(X, k, replace=False)
    else:
        # None: as many candidates as scikit-learn takes by default
        trials = 1 if way == "k-means++" else None
        start, _ = kmeans_plusplus(X, k, random_state=seed, n_local_trials=trials)
    return KMeans(k, init=start, n_init=1, random_state=seed).fit(X).inertia_


ways = ["random", "k-means++", "greedy k-means++"]
relative = {way: [] for way in ways}
for data_seed in range(5):
    X, _ = make_blobs(180, centers=grid, cluster_std=0.5, random_state=data_seed)
    values = {way: [run(X, way, seed) for seed in range(runs)] for way in ways}
    best = min(min(inertias) for inertias in values.values())
    for way in ways:
        relative[way].append(np.array(values[way]) / best)

found = {}
for way in ways:
    shares = [np.mean(values < 1.01) for values in relative[way]]
    found[way] = np.mean(shares)
    print(f"{way:16}  best centres in {found[way]:.0%} of the runs, ", end="")
    print(f"{min(shares):.0%} to {max(shares):.0%} by data")

fig, axes = plt.subplots(3, 1, figsize=(6, 4.6), sharex=True, layout="constrained")
for ax, way in zip(axes, ways):
    ax.hist(np.concatenate(relative[way]), np.linspace(1, 6, 41))
    ax.set(title=way, ylim=(0, 5 * runs), ylabel="runs")
axes[-1].set_xlabel("distortion / best")
plt.show()

"""How often one run of k-means finds the best centres, by the way it starts."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.cluster import KMeans, kmeans_plusplus
from sklearn.datasets import make_blobs

k, runs = 9, 60
grid = [(x, y) for x in (0, 4, 8) for y in (0, 4, 8)]
X, _ = make_blobs(n_samples=180, centers=grid, cluster_std=0.5, random_state=0)


def run(way, seed):
    if way == "random":
        start = np.random.default_rng(seed).choice(X, k, replace=False)
    else:
        # None: as many candidates as scikit-learn takes by default
        trials = 1 if way == "k-means++" else None
        start, _ = kmeans_plusplus(X, k, random_state=seed, n_local_trials=trials)
    return KMeans(k, init=start, n_init=1, random_state=seed).fit(X).inertia_


ways = ["random", "k-means++", "greedy k-means++"]
distortion = {
    way: np.array([run(way, seed) for seed in range(runs)]) for way in ways
}
best = min(values.min() for values in distortion.values())
found, mean = {}, {}
for way, values in distortion.items():
    found[way] = np.mean(values < 1.01 * best)
    mean[way] = values.mean()
    print(f"{way:16}  mean {mean[way]:5.1f}, best centres in {found[way]:.0%}")

fig, axes = plt.subplots(3, 1, figsize=(6, 4.6), sharex=True, layout="constrained")
bins = np.linspace(0, 500, 41)
for ax, (way, values) in zip(axes, distortion.items()):
    ax.hist(values, bins)
    ax.set(title=way, ylim=(0, runs), ylabel="runs")
axes[-1].set_xlabel("distortion")
plt.show()

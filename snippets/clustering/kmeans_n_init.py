"""With n_init random starts k-means keeps the best run. How many are enough?"""

import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs

k = 9
grid = [(x, y) for x in (0, 4, 8) for y in (0, 4, 8)]
X, _ = make_blobs(n_samples=180, centers=grid, cluster_std=0.5, random_state=0)
rng = np.random.default_rng(0)
inertia = []
for _ in range(1200):
    start = rng.choice(X, k, replace=False)
    inertia.append(KMeans(k, init=start, n_init=1, random_state=0).fit(X).inertia_)
success = np.array(inertia) < 1.01 * min(inertia)

# Estimate from the first half, check on the second
share = success[:600].mean()
print(f"one run finds the best centres: {share:.0%}")
expected, observed = {}, {}
for n_init in [1, 5, 10, 30]:
    expected[n_init] = 1 - (1 - share) ** n_init
    groups = success[600:].reshape(-1, n_init)
    observed[n_init] = groups.any(axis=1).mean()
    print(
        f"n_init={n_init:2}: expected {expected[n_init]:.2f}, "
        f"observed {observed[n_init]:.2f}"
    )

needed = int(np.ceil(np.log(0.05) / np.log(1 - share)))
print(f"for 95%: {needed} runs")

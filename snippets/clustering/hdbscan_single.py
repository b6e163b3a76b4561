"""One cloud of points: how many clusters does HDBSCAN find?"""

import numpy as np
from sklearn.cluster import HDBSCAN

found, noise = {}, {}
for allowed in (False, True):
    model = HDBSCAN(min_cluster_size=10, allow_single_cluster=allowed, copy=True)
    found[allowed], shares = [], []
    for seed in range(20):
        X = np.random.default_rng(seed).normal(size=(200, 2))
        labels = model.fit_predict(X)
        found[allowed].append(int(labels.max()) + 1)
        shares.append(np.mean(labels == -1))
    noise[allowed] = np.mean(shares)

several, none = np.sum(np.array(found[False]) > 1), found[False].count(0)
assert found[False].count(1) == 0 and set(found[True]) == {1}
print("default:             ", *found[False], f"(noise {noise[False]:.0%})")
print("allow_single_cluster:", *found[True], f"(noise {noise[True]:.0%})")

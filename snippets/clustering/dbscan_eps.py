"""How the three kinds of sample and the number of clusters change with eps."""

import numpy as np
from sklearn.cluster import DBSCAN
from sklearn.datasets import make_moons

rng = np.random.default_rng(0)
X, _ = make_moons(n_samples=200, noise=0.05, random_state=0)
X = np.vstack([X, rng.uniform([-1.5, -1], [2.5, 1.5], (15, 2))])

clusters, noise = {}, {}
print("eps   core  border  noise  clusters")
for eps in [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5]:
    model = DBSCAN(eps=eps, min_samples=8).fit(X)
    core = len(model.core_sample_indices_)
    noise[eps] = np.sum(model.labels_ == -1)
    clusters[eps] = model.labels_.max() + 1
    border = len(X) - core - noise[eps]
    print(f"{eps:.2f} {core:5} {border:7} {noise[eps]:6} {clusters[eps]:9}")

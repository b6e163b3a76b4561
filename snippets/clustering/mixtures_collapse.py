"""The likelihood rewards components that shrink to a point; a floor prevents it."""

import numpy as np
from sklearn.mixture import GaussianMixture

inside, outside, narrowest = {}, {}, {}
for k in (1, 3, 10):
    scores = []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        X, X_new = (
            rng.normal(size=(60, 2)),
            rng.normal(size=(1000, 2)),
        )  # one cluster
        model = GaussianMixture(k, random_state=seed).fit(X)
        width = np.sqrt(np.linalg.eigvalsh(model.covariances_)[:, 0].min())
        scores.append([model.score(X), model.score(X_new), width])
    inside[k], outside[k], narrowest[k] = np.median(scores, axis=0)
    print(f"{k:2} components: log-likelihood {inside[k]:6.2f}", end=", ")
    print(f"new data {outside[k]:.2f}, narrowest width {narrowest[k]:.3f}")

"""In a t-SNE plot the gaps between clusters and their widths say nothing."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.manifold import TSNE

rng = np.random.default_rng(0)
centres, widths = [0, 10, 100], [0.2, 1, 3]
X = np.vstack([rng.normal((c, 0), w, (60, 2)) for c, w in zip(centres, widths)])
y = np.repeat([0, 1, 2], 60)
views = {
    "the data": X,
    "t-SNE": TSNE(perplexity=30, max_iter=500, random_state=0).fit_transform(X),
}
gap_ratio, width_ratio = {}, {}
fig, axes = plt.subplots(2, 1, figsize=(6, 5), layout="constrained")
for ax, (name, Z) in zip(axes, views.items()):
    middle = np.array([Z[y == k].mean(axis=0) for k in range(3)])
    gaps = np.linalg.norm(np.diff(middle, axis=0), axis=1)
    spreads = [Z[y == k].std(axis=0).mean() for k in range(3)]
    gap_ratio[name] = gaps[1] / gaps[0]
    width_ratio[name] = spreads[2] / spreads[0]
    print(f"{name:8}  second gap / first gap {gap_ratio[name]:.0f}")
    print(f"          widest / narrowest cluster {width_ratio[name]:.0f}")
    for label, marker in enumerate("osx"):
        ax.plot(*Z[y == label].T, marker, markersize=4)
    ax.set(title=name, aspect="equal", adjustable="datalim")
plt.show()

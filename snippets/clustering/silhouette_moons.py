"""The silhouette coefficient prefers round clusters, even where they are wrong."""

import matplotlib.pyplot as plt
from sklearn.cluster import KMeans
from sklearn.datasets import make_moons
from sklearn.metrics import adjusted_rand_score, silhouette_score

X, y = make_moons(n_samples=200, noise=0.05, random_state=0)
answers = {
    "k-means": KMeans(2, n_init=10, random_state=0).fit_predict(X),
    "the moons": y,
}
score, agreement = {}, {}
fig, axes = plt.subplots(1, 2, figsize=(8, 3), layout="constrained")
for ax, (name, labels) in zip(axes, answers.items()):
    score[name] = silhouette_score(X, labels)
    agreement[name] = adjusted_rand_score(y, labels)
    print(
        f"{name:10} silhouette {score[name]:.2f}, "
        f"adjusted Rand index {agreement[name]:.2f}"
    )
    ax.plot(*X[labels == 0].T, "o", markersize=4)
    ax.plot(*X[labels == 1].T, "x", markersize=5)
    ax.set(title=name, xticks=[], yticks=[], aspect="equal")
plt.show()

"""BIC chooses the number of components and the shape of their covariances."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import make_blobs
from sklearn.mixture import GaussianMixture

shapes = {"spherical": "-o", "diag": "--s", "tied": "-.D", "full": ":^"}
components = list(range(1, 6))
right_number, right_shape = 0, 0
for seed in range(19, -1, -1):  # seed 0 comes last and is drawn
    X, _ = make_blobs(300, centers=[[-4, 0], [0, 0], [4, 0]], random_state=seed)
    X = X @ np.array([[0.6, 0.8], [0, 2]])  # the same stretch for all three
    bic = {}
    for shape in shapes:
        for k in components:
            model = GaussianMixture(k, covariance_type=shape, random_state=seed)
            bic[shape, k] = model.fit(X).bic(X)
    best_shape, best_k = min(bic, key=bic.get)
    right_number += best_k == 3
    right_shape += best_shape == "tied"

# The definition: misfit plus a penalty for each parameter
n, parameters = len(X), 2 + 3 * 2 + 3  # weights, means, one covariance matrix
model = GaussianMixture(3, covariance_type="tied", random_state=0).fit(X)
by_hand = -2 * n * model.score(X) + parameters * np.log(n)
assert np.isclose(by_hand, model.bic(X))
print(f"three components in {right_number} of 20 draws")
print(f"one covariance matrix for all in {right_shape} of 20 draws")

fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
for shape, style in shapes.items():
    ax.plot(components, [bic[shape, k] for k in components], style, label=shape)
ax.set(xlabel="components", ylabel="BIC (lower is better)", xticks=components)
ax.legend(ncols=2)
plt.show()

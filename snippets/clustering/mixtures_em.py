"""The EM algorithm in one dimension: shares and parameters take turns."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import norm
from sklearn.mixture import GaussianMixture

rng = np.random.default_rng(0)
x = np.concatenate([rng.normal(-1, 1, 200), rng.normal(3, 0.7, 100)])

weight, mean, std = np.array([0.5, 0.5]), np.array([0.0, 1.0]), np.array([1.0, 1.0])
log_likelihood = []
while True:
    # E step: the share of each component in each point
    density = weight * norm.pdf(x[:, None], mean, std)
    shares = density / density.sum(axis=1, keepdims=True)
    log_likelihood.append(np.log(density.sum(axis=1)).mean())
    if len(log_likelihood) > 1 and np.ptp(log_likelihood[-2:]) < 1e-7:
        break
    # M step: weighted means and standard deviations
    total = shares.sum(axis=0)
    weight = total / len(x)
    mean = shares.T @ x / total
    std = np.sqrt(np.sum(shares * (x[:, None] - mean) ** 2, axis=0) / total)

steps = len(log_likelihood)
assert (np.diff(log_likelihood) > -1e-12).all()
print(f"{steps} steps, the likelihood never falls")
for k in range(2):
    print(f"{k}: weight {weight[k]:.2f}, mean {mean[k]:.2f}, sd {std[k]:.2f}")
library = GaussianMixture(2, tol=1e-8, max_iter=1000, random_state=0)
library.fit(x[:, None])
assert np.allclose(np.sort(library.means_[:, 0]), np.sort(mean), atol=0.01)

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.hist(x, 30, density=True, alpha=0.4)
grid = np.linspace(-4, 6, 300)
for k, style in enumerate(("--", ":")):
    curve = weight[k] * norm.pdf(grid, mean[k], std[k])
    ax.plot(grid, curve, style, label=f"component {k}")
ax.plot(grid, weight @ norm.pdf(grid, mean[:, None], std[:, None]), label="mixture")
ax.set(xlabel="x", ylabel="density")
ax.legend()
plt.show()

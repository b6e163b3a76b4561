"""The first principal component is the direction of the largest variance."""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(0)
X = rng.multivariate_normal([0, 0], [[3, 1.5], [1.5, 1.5]], size=200)
X -= X.mean(axis=0)

# Turn a direction by one degree at a time and measure the variance along it
degrees = np.arange(180)
directions = np.stack([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])
variance = (X @ directions).var(axis=0, ddof=1)
best_degree = degrees[variance.argmax()]

# The covariance matrix gives the same answer without a search
eigenvalues, eigenvectors = np.linalg.eigh(np.cov(X.T))
first = eigenvectors[:, -1]  # eigh sorts in ascending order
angle = np.degrees(np.arctan2(first[1], first[0])) % 180
best_variance, least_variance = variance.max(), variance.min()
print(f"search:       variance {best_variance:.3f} at {best_degree} degrees")
print(f"eigenvector:  variance {eigenvalues[-1]:.3f} at {angle:.1f} degrees")
print(
    f"least:        variance {least_variance:.3f}, eigenvalue {eigenvalues[0]:.3f}"
)

fig, (scatter, curve) = plt.subplots(1, 2, figsize=(7.6, 3.2), layout="constrained")
scatter.plot(*X.T, ".", markersize=4, alpha=0.6)
for vector, style in zip(eigenvectors.T, ["--", "-"]):
    scatter.axline((0, 0), vector, linestyle=style, color="black")
scatter.set(
    xlabel="feature 1",
    ylabel="feature 2",
    aspect="equal",
    title="Samples and components",
)
curve.plot(degrees, variance)
for eigenvalue, style in zip(eigenvalues, ["--", "-"]):
    curve.axhline(eigenvalue, linestyle=style, linewidth=1, color="black")
curve.set(
    xlabel="direction in degrees", ylabel="variance", title="Variance by direction"
)
plt.show()

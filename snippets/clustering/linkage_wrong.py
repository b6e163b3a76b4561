"""Given a square distance matrix, linkage clusters the rows of the matrix."""

import warnings

import numpy as np
from scipy.cluster.hierarchy import ClusterWarning, linkage
from scipy.spatial.distance import pdist, squareform

X = np.random.RandomState(123).random_sample((5, 3)) * 10
condensed = pdist(X)
square = squareform(condensed)
print(f"condensed {condensed.shape}, square {square.shape}")

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    wrong = linkage(square, method="complete", metric="euclidean")
assert caught[0].category is ClusterWarning
print(f"warning: {caught[0].category.__name__}")

inputs = {
    "the square matrix": wrong,
    "the condensed matrix": linkage(condensed, method="complete"),
    "the samples": linkage(X, method="complete", metric="euclidean"),
}
heights = {name: rows[:, 2] for name, rows in inputs.items()}
for name, values in heights.items():
    print(f"{name:21}", *(f"{h:6.3f}" for h in values))

# What the wrong call really did: distances between rows of distances
rows_as_samples = linkage(pdist(square), method="complete")
explained = np.allclose(wrong, rows_as_samples)
assert explained
print(f"rows of the square matrix treated as samples: {explained}")

"""Under centroid linkage a merge can be lower than the one before it."""

import numpy as np
from scipy.cluster.hierarchy import is_monotonic, linkage

triangle = np.array([[0, 0], [1, 0], [0.5, 0.9]])
heights = {}
for method in ["single", "average", "complete", "ward", "centroid", "median"]:
    rows = linkage(triangle, method=method)
    heights[method] = rows[:, 2]
    print(f"{method:9} {rows[0, 2]:.3f} {rows[1, 2]:.3f}", end="")
    print(f"  never falls: {is_monotonic(rows)}")
assert heights["centroid"][1] < heights["centroid"][0]

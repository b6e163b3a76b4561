"""At which height do two samples meet, and how well does a tree keep distances?"""

import numpy as np
from scipy.cluster.hierarchy import cophenet, linkage
from scipy.spatial.distance import pdist, squareform

X = np.random.RandomState(123).random_sample((5, 3)) * 10
rows = linkage(X, method="complete")


def meeting_heights(rows):
    n = len(rows) + 1
    members = {i: [i] for i in range(n)}
    heights = np.zeros((n, n))
    for number, (a, b, height, _) in enumerate(rows, n):
        heights[np.ix_(members[a], members[b])] = height
        heights[np.ix_(members[b], members[a])] = height
        members[number] = members[a] + members[b]
    return heights


meet = meeting_heights(rows)
agree = np.allclose(squareform(meet), cophenet(rows))
assert agree
distance = squareform(pdist(X))
print(f"same as cophenet: {agree}")
print(f"samples 0 and 3: distance {distance[0, 3]:.2f}, meet at {meet[0, 3]:.2f}")
print(f"samples 2 and 3: distance {distance[2, 3]:.2f}, meet at {meet[2, 3]:.2f}")


def correlations(X):
    distances = pdist(X)
    return {
        method: np.corrcoef(cophenet(linkage(X, method=method)), distances)[0, 1]
        for method in ["single", "average", "complete"]
    }


correlation = correlations(X)
for method, value in correlation.items():
    print(f"{method:9} correlation with the distances {value:.3f}")

best = dict.fromkeys(correlation, 0)
for seed in range(200):
    other = correlations(np.random.RandomState(seed).random_sample((5, 3)))
    best[max(other, key=other.get)] += 1
print("best on 200 other sets of five samples:", best)

"""Drop one feature after the other: sequential backward selection with KNN."""

from itertools import combinations

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler

wine = load_wine()
X_train, X_test, y_train, y_test = train_test_split(
    wine.data, wine.target, test_size=0.3, random_state=0, stratify=wine.target
)
scaler = StandardScaler().fit(X_train)
X_train, X_test = scaler.transform(X_train), scaler.transform(X_test)
X_fit, X_valid, y_fit, y_valid = train_test_split(
    X_train, y_train, test_size=0.25, random_state=1
)
knn = KNeighborsClassifier(n_neighbors=5)


def valid_score(subset):
    return knn.fit(X_fit[:, subset], y_fit).score(X_valid[:, subset], y_valid)


def backward_selection():
    subset = tuple(range(X_train.shape[1]))
    found = {len(subset): (valid_score(subset), subset)}
    while len(subset) > 1:
        smaller = list(combinations(subset, len(subset) - 1))
        scores = [valid_score(candidate) for candidate in smaller]
        subset = smaller[np.argmax(scores)]
        found[len(subset)] = max(scores), subset
    return found


found = backward_selection()
valid = {size: score for size, (score, _) in found.items()}
names = [wine.feature_names[i] for i in found[3][1]]
print(f"the last three features: {', '.join(names)}")
train, test = {}, {}
for size in [13, 3]:
    subset = found[size][1]
    knn.fit(X_train[:, subset], y_train)
    train[size] = knn.score(X_train[:, subset], y_train)
    test[size] = knn.score(X_test[:, subset], y_test)
    print(f"{size:2} features: training {train[size]:.4f}, test {test[size]:.4f}")

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.plot(valid.keys(), valid.values(), "o-")
ax.set(xlabel="number of features", ylabel="validation accuracy", ylim=(0.6, 1.02))
plt.show()

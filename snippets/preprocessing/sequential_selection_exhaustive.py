"""All 286 ways to keep three features: is the best one best on test data too?"""

from itertools import combinations

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_wine
from sklearn.model_selection import StratifiedKFold, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler

wine = load_wine()
X_train, X_test, y_train, y_test = train_test_split(
    wine.data, wine.target, test_size=0.3, random_state=0, stratify=wine.target
)


def standardised(X_fit, y_fit, X_check, y_check):
    """Both parts on the scale of the first; columns do not affect one another."""
    scaler = StandardScaler().fit(X_fit)
    return scaler.transform(X_fit), y_fit, scaler.transform(X_check), y_check


def accuracy(data, subset):
    X_fit, y_fit, X_check, y_check = data
    knn = KNeighborsClassifier(n_neighbors=5).fit(X_fit[:, subset], y_fit)
    return knn.score(X_check[:, subset], y_check)


folds = [
    standardised(X_train[fit], y_train[fit], X_train[check], y_train[check])
    for fit, check in StratifiedKFold(n_splits=5).split(X_train, y_train)
]
train_and_test = standardised(X_train, y_train, X_test, y_test)
subsets = [list(subset) for subset in combinations(range(13), 3)]
valid = np.array(
    [np.mean([accuracy(fold, subset) for fold in folds]) for subset in subsets]
)
test = np.array([accuracy(train_and_test, subset) for subset in subsets])

best = valid.argmax()
best_valid, best_test = valid[best], test[best]
better_on_test = np.sum(test > best_test)
best_names = [wine.feature_names[i] for i in subsets[best]]
print(f"best of {len(subsets)} in cross-validation: {', '.join(best_names)}")
print(f"its accuracy: cross-validation {best_valid:.3f}, test {best_test:.3f}")
print(f"subsets with a better test accuracy: {better_on_test}")

fig, ax = plt.subplots(figsize=(5, 3.6), layout="constrained")
ax.plot(valid, test, "o", alpha=0.3)
ax.plot(best_valid, best_test, "s", color="black", label="best in cross-validation")
ax.plot([0.35, 1], [0.35, 1], ":", color="grey")
ax.set(xlabel="cross-validation accuracy", ylabel="test accuracy")
ax.legend()
plt.show()

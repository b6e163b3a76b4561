"""All 286 ways to keep three features: is the best one best on test data too?"""

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
subsets = list(combinations(range(13), 3))
valid, test = [], []
for subset in subsets:
    knn.fit(X_fit[:, subset], y_fit)
    valid.append(knn.score(X_valid[:, subset], y_valid))
    test.append(knn.score(X_test[:, subset], y_test))
valid, test = np.array(valid), np.array(test)

best = valid.argmax()
names = ", ".join(wine.feature_names[i] for i in subsets[best])
best_valid, best_test = valid[best], test[best]
reached_by = np.sum(valid == best_valid)
better_on_test = np.sum(test > best_test)
print(f"best of {len(subsets)} on the validation data: {names}")
print(f"its accuracy: validation {best_valid:.4f}, test {best_test:.4f}")
print(f"subsets that reach this validation accuracy: {reached_by}")
print(f"subsets with a better test accuracy: {better_on_test}")

fig, ax = plt.subplots(figsize=(5, 3.6), layout="constrained")
ax.plot(valid, test, "o", alpha=0.3)
ax.plot(best_valid, best_test, "s", color="black", label="best on validation data")
ax.plot([0.35, 1], [0.35, 1], ":", color="grey")
ax.set(xlabel="validation accuracy", ylabel="test accuracy")
ax.legend()
plt.show()

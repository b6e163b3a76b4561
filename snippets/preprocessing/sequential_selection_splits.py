"""Select three features in ten different splits: how much depends on the split?"""

from collections import Counter

import numpy as np
from sklearn.datasets import load_wine
from sklearn.feature_selection import SequentialFeatureSelector
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

wine = load_wine()
model = make_pipeline(StandardScaler(), KNeighborsClassifier(n_neighbors=5))

subsets, valid, test, test_all = [], [], [], []
for seed in range(10):
    X_train, X_test, y_train, y_test = train_test_split(
        wine.data,
        wine.target,
        test_size=0.3,
        random_state=seed,
        stratify=wine.target,
    )
    # As in the textbook: one validation dataset, a quarter of the training data
    fit, check = train_test_split(
        np.arange(len(y_train)), test_size=0.25, random_state=seed, stratify=y_train
    )
    selector = SequentialFeatureSelector(
        model, n_features_to_select=3, direction="backward", cv=[(fit, check)]
    )
    subset = selector.fit(X_train, y_train).get_support(indices=True)
    subsets.append(tuple(wine.feature_names[i] for i in subset))

    model.fit(X_train[fit][:, subset], y_train[fit])
    valid.append(model.score(X_train[check][:, subset], y_train[check]))
    model.fit(X_train[:, subset], y_train)
    test.append(model.score(X_test[:, subset], y_test))
    test_all.append(model.fit(X_train, y_train).score(X_test, y_test))

different = len(set(subsets))
times = Counter(name for subset in subsets for name in subset)
optimistic = np.sum(np.array(valid) > np.array(test))
worse = np.sum(np.array(test) < np.array(test_all))
mean_valid, mean_test, mean_all = np.mean(valid), np.mean(test), np.mean(test_all)
print(f"different selections: {different} of {len(subsets)}")
print("most often:", *(f"{name} {count}," for name, count in times.most_common(4)))
print(f"mean accuracy: validation {mean_valid:.2f}, test {mean_test:.2f}")
print(f"all 13 features: test {mean_all:.2f}")
print(f"validation above test in {optimistic} splits")
print(f"three features worse than all on the test data in {worse} splits")

"""Copies of the most important feature share its importance among themselves."""

import numpy as np
from sklearn.datasets import load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

wine = load_wine()
X_train, X_test, y_train, y_test = train_test_split(
    wine.data, wine.target, test_size=0.3, random_state=0, stratify=wine.target
)
proline = wine.feature_names.index("proline")

each, together, rank, accuracy = {}, {}, {}, {}
for copies in [0, 1, 3, 9]:
    columns = list(range(13)) + [proline] * copies
    forest = RandomForestClassifier(n_estimators=100, random_state=1)
    forest.fit(X_train[:, columns], y_train)
    importance = forest.feature_importances_
    is_proline = np.array(columns) == proline
    each[copies] = importance[is_proline].mean()
    together[copies] = importance[is_proline].sum()
    rank[copies] = 1 + np.sum(importance[~is_proline] > each[copies])
    accuracy[copies] = forest.score(X_test[:, columns], y_test)
    print(
        f"copies {copies}: each {each[copies]:.3f}, all {together[copies]:.3f}, "
        f"rank {rank[copies]}, test {accuracy[copies]:.3f}"
    )
assert each[9] < each[0] / 3

"""Copies share the importance of a feature, and each alone seems to be useless."""

import numpy as np
from sklearn.datasets import load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.inspection import permutation_importance
from sklearn.model_selection import train_test_split

wine = load_wine()
X_train, X_test, y_train, y_test = train_test_split(
    wine.data, wine.target, test_size=0.3, random_state=0, stratify=wine.target
)
proline = wine.feature_names.index("proline")


def permute_together(forest, X, group):
    """The accuracy lost when the columns of a group are shuffled as one."""
    rng = np.random.default_rng(0)
    lost = []
    for _ in range(20):
        X_permuted = X.copy()
        X_permuted[:, group] = X[rng.permutation(len(X))][:, group]
        lost.append(forest.score(X, y_test) - forest.score(X_permuted, y_test))
    return np.mean(lost)


each, together, rank, accuracy = {}, {}, {}, {}
permuted, permuted_together = {}, {}
for copies in [0, 1, 3, 9]:
    columns = list(range(13)) + [proline] * copies
    forest = RandomForestClassifier(n_estimators=100, random_state=1)
    forest.fit(X_train[:, columns], y_train)
    accuracy[copies] = forest.score(X_test[:, columns], y_test)

    importance = forest.feature_importances_
    is_proline = np.array(columns) == proline
    each[copies] = importance[is_proline].mean()
    together[copies] = importance[is_proline].sum()
    rank[copies] = 1 + np.sum(importance[~is_proline] > each[copies])

    one_by_one = permutation_importance(
        forest, X_test[:, columns], y_test, n_repeats=5, random_state=0
    ).importances_mean
    permuted[copies] = one_by_one[is_proline].mean()
    permuted_together[copies] = permute_together(
        forest, X_test[:, columns], is_proline
    )
    print(f"copies {copies}: rank {rank[copies]}, test {accuracy[copies]:.3f}")
    print(f"   impurity: each {each[copies]:.3f}, together {together[copies]:.3f}")
    print(
        f"   permuted: each {permuted[copies]:.3f}, "
        f"together {permuted_together[copies]:.3f}"
    )

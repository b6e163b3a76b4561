"""The importance of each feature of wine in a forest, and where it comes from."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_selection import SelectFromModel
from sklearn.model_selection import train_test_split

wine = load_wine()
X_train, X_test, y_train, y_test = train_test_split(
    wine.data, wine.target, test_size=0.3, random_state=0, stratify=wine.target
)
forest = RandomForestClassifier(n_estimators=500, random_state=1)
forest.fit(X_train, y_train)


def tree_importance(tree):
    """Add up, for each feature, how much its splits reduce the impurity."""
    loss = tree.weighted_n_node_samples * tree.impurity
    split = tree.children_left >= 0
    left, right = tree.children_left[split], tree.children_right[split]
    decrease = loss[split] - loss[left] - loss[right]
    total = np.bincount(tree.feature[split], decrease, minlength=tree.n_features)
    return total / total.sum()


by_hand = np.mean(
    [tree_importance(one.tree_) for one in forest.estimators_], axis=0
)
importance = forest.feature_importances_
assert np.allclose(by_hand, importance)
print("importances by hand and from scikit-learn agree: True")

order = np.argsort(importance)[::-1]
ranking = {wine.feature_names[i]: importance[i] for i in order}
for name, value in list(ranking.items())[:6]:
    print(f"{name:28}  {value:.4f}")

selector = SelectFromModel(forest, threshold=0.1, prefit=True)
selected_count = selector.transform(X_train).shape[1]
test_accuracy = forest.score(X_test, y_test)
print(f"features above 0.1: {selected_count}")
print(f"test accuracy of the forest: {test_accuracy:.4f}")

fig, ax = plt.subplots(figsize=(6.4, 3.8), layout="constrained")
ax.barh(list(ranking)[::-1], list(ranking.values())[::-1])
ax.axvline(0.1, linestyle="--", color="grey")
ax.set(xlabel="importance")
plt.show()

"""Can the other columns reveal where many Black residents lived? Drop B and see."""

import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.ensemble import RandomForestClassifier
from sklearn.inspection import permutation_importance
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold

X, y = boston_housing_data()
B = X[:, 11]
others = np.delete(X, 11, axis=1)
names = ["CRIM", "ZN", "INDUS", "CHAS", "NOX", "RM", "AGE"]
names += ["DIS", "RAD", "TAX", "PTRATIO", "LSTAT"]

# Below 136.9 B leaves two shares possible, and both are above 26%
high_share = B <= 1000 * 0.37**2
smallest = 0.63 - np.sqrt(B[high_share].max() / 1000)
assert smallest > 0.26
print(f"districts with a share above 26%: {high_share.sum()}")

# Five folds: train on four, predict the fifth, then shuffle one of its columns
probability = np.zeros(len(y))
drops = []
folds = StratifiedKFold(5, shuffle=True, random_state=0)
for train, test in folds.split(others, high_share):
    forest = RandomForestClassifier(random_state=0)
    forest.fit(others[train], high_share[train])
    probability[test] = forest.predict_proba(others[test])[:, 1]
    result = permutation_importance(
        forest, others[test], high_share[test], scoring="roc_auc", random_state=0
    )
    drops.append(result.importances_mean)
auc = roc_auc_score(high_share, probability)
print(f"AUC without B and without the price: {auc:.2f} (guessing: 0.50)")

drop = dict(zip(names, np.mean(drops, axis=0)))
print("AUC lost when a column is shuffled:")
for name in sorted(drop, key=drop.get, reverse=True):
    print(f"  {name:7} {drop[name]:.3f}")

# RAD = 24 marks the 132 districts of the city of Boston
city = others[:, 8] == 24
in_city = np.sum(high_share & city)
auc_city = roc_auc_score(high_share[city], probability[city])
print(f"in the city of Boston: {in_city} of them; AUC within it {auc_city:.2f}")

"""Can the other columns tell where many Black residents lived? Drop B and see."""

import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict

X, y = boston_housing_data()
B = X[:, 11]
others = np.delete(X, 11, axis=1)

# Below 136.9 B leaves two shares possible, and both are above 26%
high_share = B <= 1000 * 0.37**2
smallest = 0.63 - np.sqrt(B[high_share].max() / 1000)
print(f"districts with a share above 26%: {high_share.sum()}")
assert smallest > 0.26

folds = StratifiedKFold(5, shuffle=True, random_state=0)
forest = RandomForestClassifier(n_estimators=100, random_state=0)
probability = cross_val_predict(
    forest, others, high_share, cv=folds, method="predict_proba"
)[:, 1]
auc = roc_auc_score(high_share, probability)
print(f"AUC without B and without the price: {auc:.2f} (guessing: 0.50)")

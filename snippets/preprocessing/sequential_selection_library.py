"""mlxtend and scikit-learn select backwards too, and part ways at the ties."""

import numpy as np
from mlxtend.evaluate import PredefinedHoldoutSplit
from mlxtend.feature_selection import SequentialFeatureSelector as MlxtendSelector
from sklearn.datasets import load_wine
from sklearn.feature_selection import SequentialFeatureSelector
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler

wine = load_wine()
X_train, X_test, y_train, y_test = train_test_split(
    wine.data, wine.target, test_size=0.3, random_state=0, stratify=wine.target
)
scaler = StandardScaler().fit(X_train)
X_train, X_test = scaler.transform(X_train), scaler.transform(X_test)
fit, valid = train_test_split(
    np.arange(len(X_train)), test_size=0.25, random_state=1
)
knn = KNeighborsClassifier(n_neighbors=5)

mlxtend = MlxtendSelector(
    knn, k_features=3, forward=False, cv=PredefinedHoldoutSplit(valid)
).fit(X_train, y_train)
sklearn = SequentialFeatureSelector(
    knn, n_features_to_select=3, direction="backward", cv=[(fit, valid)]
).fit(X_train, y_train)

subsets = {
    "mlxtend": mlxtend.k_feature_idx_,
    "scikit-learn": sklearn.get_support(True),
}
test = {}
for library, subset in subsets.items():
    subset = list(subset)
    valid_score = knn.fit(X_train[fit][:, subset], y_train[fit]).score(
        X_train[valid][:, subset], y_train[valid]
    )
    knn.fit(X_train[:, subset], y_train)
    test[library] = knn.score(X_test[:, subset], y_test)
    print(f"{library}: {', '.join(wine.feature_names[i] for i in subset)}")
    print(f"    validation {valid_score:.4f}, test {test[library]:.4f}")

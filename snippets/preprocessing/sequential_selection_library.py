"""scikit-learn and mlxtend select backwards too, and differ only in ties."""

from mlxtend.feature_selection import SequentialFeatureSelector as MlxtendSelector
from sklearn.datasets import load_wine
from sklearn.feature_selection import SequentialFeatureSelector
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

wine = load_wine()
X_train, X_test, y_train, y_test = train_test_split(
    wine.data, wine.target, test_size=0.3, random_state=0, stratify=wine.target
)
model = make_pipeline(StandardScaler(), KNeighborsClassifier(n_neighbors=5))

sklearn = SequentialFeatureSelector(
    model, n_features_to_select=3, direction="backward", cv=5
).fit(X_train, y_train)
mlxtend = MlxtendSelector(model, k_features=3, forward=False, cv=5)
mlxtend.fit(X_train, y_train)

subsets = {
    "scikit-learn": list(sklearn.get_support(indices=True)),
    "mlxtend": list(mlxtend.k_feature_idx_),
}
valid, test = {}, {}
for library, subset in subsets.items():
    valid[library] = cross_val_score(
        model, X_train[:, subset], y_train, cv=5
    ).mean()
    model.fit(X_train[:, subset], y_train)
    test[library] = model.score(X_test[:, subset], y_test)
    print(f"{library}: {', '.join(wine.feature_names[i] for i in subset)}")
    print(f"    cross-validation {valid[library]:.3f}, test {test[library]:.3f}")

"""Two similar features of wine: permuted one at a time, and as a pair."""

import numpy as np
from sklearn.datasets import load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

wine = load_wine()
flavanoids = wine.feature_names.index("flavanoids")
correlations = np.corrcoef(wine.data, rowvar=False)[flavanoids]
correlations[flavanoids] = 0  # with itself
partner = np.argmax(np.abs(correlations))
correlation = correlations[partner]
partner_name = wine.feature_names[partner]
print(f"most similar to flavanoids: {partner_name}, correlation {correlation:.2f}")


def lost_accuracy(forest, X, y, group):
    """The accuracy lost when the columns of a group are shuffled as one."""
    rng = np.random.default_rng(0)
    lost = []
    for _ in range(10):
        X_permuted = X.copy()
        X_permuted[:, group] = X[rng.permutation(len(X))][:, group]
        lost.append(forest.score(X, y) - forest.score(X_permuted, y))
    return np.mean(lost)


groups = {
    "flavanoids": [flavanoids],
    partner_name: [partner],
    "both": [flavanoids, partner],
}
losses = {name: [] for name in groups}
for seed in range(10):
    X_train, X_test, y_train, y_test = train_test_split(
        wine.data,
        wine.target,
        test_size=0.3,
        random_state=seed,
        stratify=wine.target,
    )
    forest = RandomForestClassifier(n_estimators=100, random_state=1)
    forest.fit(X_train, y_train)
    for name, group in groups.items():
        losses[name].append(lost_accuracy(forest, X_test, y_test, group))

lost = {name: np.mean(values) for name, values in losses.items()}
for name in groups:
    print(f"{name:13}  accuracy lost, mean of 10 splits: {lost[name]:6.3f}")
assert lost["both"] > lost["flavanoids"] + lost[partner_name]

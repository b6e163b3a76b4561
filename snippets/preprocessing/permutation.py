"""Shuffle one column of the test data, and see what accuracy is lost."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.inspection import permutation_importance
from sklearn.model_selection import train_test_split

X, y = load_wine(return_X_y=True, as_frame=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.4, stratify=y, random_state=0
)
forest = RandomForestClassifier(50, random_state=0).fit(X_train, y_train)
accuracy = forest.score(X_test, y_test)

# By hand
rng = np.random.default_rng(0)
lost = {}
for column in X.columns:
    drops = []
    for _ in range(20):
        shuffled = X_test.copy()
        shuffled[column] = rng.permutation(shuffled[column])
        drops.append(accuracy - forest.score(shuffled, y_test))
    lost[column] = np.mean(drops)

# By the library
result = permutation_importance(
    forest, X_test, y_test, n_repeats=20, random_state=0
)
difference = np.abs(result.importances_mean - list(lost.values())).max()
assert difference < 0.03  # other shuffles
order = result.importances_mean.argsort()[::-1]
importance = dict(
    zip(X.columns[order], result.importances_mean[order], strict=True)
)
print(f"test accuracy {accuracy:.3f}")
for name in list(importance)[:5]:
    print(f"{name:28} {importance[name]:.3f}")
small = sum(value < 0.01 for value in importance.values())
print(f"{small} of {len(importance)} features lose less than 0.01")

fig, ax = plt.subplots(figsize=(6.4, 3.8), layout="constrained")
ax.boxplot(
    result.importances[order[::-1]].T,
    orientation="horizontal",
    tick_labels=X.columns[order[::-1]],
)
ax.axvline(0, color="gray", linewidth=0.8)
ax.set(xlabel="accuracy lost on test data, 20 shuffles")
plt.show()

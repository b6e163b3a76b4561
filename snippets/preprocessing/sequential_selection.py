"""Drop one feature after the other: sequential backward selection with KNN."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_wine
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

wine = load_wine()
X_train, X_test, y_train, y_test = train_test_split(
    wine.data, wine.target, test_size=0.3, random_state=0, stratify=wine.target
)
model = make_pipeline(StandardScaler(), KNeighborsClassifier(n_neighbors=5))


def cv_score(subset):
    """The mean accuracy of five folds; each fold fits a scaler of its own."""
    return cross_val_score(model, X_train[:, subset], y_train, cv=5).mean()


def backward_selection():
    subset = list(range(X_train.shape[1]))
    found = {len(subset): (cv_score(subset), subset)}
    while len(subset) > 1:
        smaller = [[one for one in subset if one != out] for out in subset]
        scores = [cv_score(candidate) for candidate in smaller]
        subset = smaller[np.argmax(scores)]
        found[len(subset)] = max(scores), subset
    return found


found = backward_selection()
valid = {size: score for size, (score, _) in found.items()}
train, test = {}, {}
for size, (_, subset) in found.items():
    model.fit(X_train[:, subset], y_train)
    train[size] = model.score(X_train[:, subset], y_train)
    test[size] = model.score(X_test[:, subset], y_test)
for size in [13, 7, 3]:
    print(
        f"{size:2} features: training {train[size]:.3f}, "
        f"cross-validation {valid[size]:.3f}, test {test[size]:.3f}"
    )
last_three = [wine.feature_names[i] for i in found[3][1]]
print("the last three:", ", ".join(last_three))

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.plot(valid.keys(), valid.values(), "o-", label="cross-validation")
ax.plot(test.keys(), test.values(), "s--", label="test")
ax.set(xlabel="number of features", ylabel="accuracy", ylim=(0.6, 1.02))
ax.legend()
plt.show()

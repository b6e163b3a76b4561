"""One split gives one score; k folds give k, and every sample is tested once."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_wine
from sklearn.model_selection import (
    StratifiedKFold,
    cross_val_score,
    train_test_split,
)
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
model = make_pipeline(StandardScaler(), KNeighborsClassifier())

# Five folds, by hand
folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=0)
scores, times_tested = [], np.zeros(len(y), dtype=int)
for train, test in folds.split(X, y):
    model.fit(X[train], y[train])
    scores.append(model.score(X[test], y[test]))
    times_tested[test] += 1
print("accuracy of the folds:", np.round(scores, 3))
print(f"mean {np.mean(scores):.3f}, spread {np.std(scores, ddof=1):.3f}")
assert np.allclose(scores, cross_val_score(model, X, y, cv=folds))
assert (times_tested == 1).all()

# The luck of the split: 100 seeds for each way
single, five_folds = [], []
for seed in range(100):
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=0.2, stratify=y, random_state=seed
    )
    single.append(model.fit(X_train, y_train).score(X_test, y_test))
    folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=seed)
    five_folds.append(cross_val_score(model, X, y, cv=folds).mean())
spread = {"one split": np.std(single), "five folds": np.std(five_folds)}
lowest = {"one split": min(single), "five folds": min(five_folds)}
highest = {"one split": max(single), "five folds": max(five_folds)}
for name in spread:
    print(f"{name:10}  {lowest[name]:.3f} to {highest[name]:.3f}", end=", ")
    print(f"standard deviation {spread[name]:.3f}")

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
bins = np.arange(0.855, 1.02, 0.01)
ax.hist(single, bins, alpha=0.7, label="one split")
ax.hist(five_folds, bins, alpha=0.7, hatch="//", label="mean of five folds")
ax.set(xlabel="accuracy", ylabel="number of seeds")
ax.legend()
plt.show()

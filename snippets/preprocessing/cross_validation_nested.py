"""The best score of a search is too good; an outer cross-validation corrects it."""

import numpy as np
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.svm import SVC

grid = {"C": [0.1, 1, 10], "gamma": [0.01, 0.1, 1]}
search = GridSearchCV(SVC(), grid, cv=3)

best, nested, new = [], [], []
for seed in range(20):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(48, 10))
    y = rng.permutation([0, 1] * 24)  # has nothing to do with X
    best.append(search.fit(X, y).best_score_)
    X_new, y_new = rng.normal(size=(500, 10)), [0, 1] * 250
    new.append(search.score(X_new, y_new))
    nested.append(cross_val_score(search, X, y, cv=3).mean())

average = {"best": np.mean(best), "nested": np.mean(nested), "new": np.mean(new)}
above = np.sum(np.array(best) > 0.5)
print(
    f"best score of the search   {average['best']:.3f}, above 0.5 in {above} of 20"
)
print(f"nested cross-validation    {average['nested']:.3f}")
print(f"500 new samples            {average['new']:.3f}")

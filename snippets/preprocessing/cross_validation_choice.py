"""Validation and learning curves: too simple, too complex, or too few samples?"""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import (
    StratifiedKFold,
    learning_curve,
    validation_curve,
)
from sklearn.svm import SVC

X, y = load_digits(return_X_y=True)
X, y = X[:1000] / 16, y[:1000]
folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=0)

# Validation curve: one setting changes, the data stay
gammas = np.logspace(-4, 1, 6)
train_scores, test_scores = validation_curve(
    SVC(), X, y, param_name="gamma", param_range=gammas, cv=folds
)
train_mean, test_mean = train_scores.mean(axis=1), test_scores.mean(axis=1)
best_gamma = gammas[test_mean.argmax()]
for gamma, train_score, test_score in zip(
    gammas, train_mean, test_mean, strict=True
):
    print(f"γ = {gamma:7.4f}  training {train_score:.3f}  folds {test_score:.3f}")

# Learning curve: the number of samples changes, the model stays
sizes, train_curve, test_curve = learning_curve(
    SVC(gamma=best_gamma), X, y, train_sizes=[50, 100, 200, 400, 800], cv=folds
)
by_size = dict(zip(sizes.tolist(), test_curve.mean(axis=1), strict=True))

fig, axes = plt.subplots(1, 2, figsize=(8, 3.4), sharey=True, layout="constrained")
for ax, x, train, test in (
    (axes[0], gammas, train_scores, test_scores),
    (axes[1], sizes, train_curve, test_curve),
):
    ax.semilogx(x, train.mean(axis=1), "--o", label="training")
    ax.errorbar(
        x, test.mean(axis=1), test.std(axis=1), fmt="-s", label="validation"
    )
axes[0].set(xlabel="γ", ylabel="accuracy", title="Validation curve")
axes[1].set(xlabel="training samples", title="Learning curve")
axes[1].legend(loc="lower right")
plt.show()

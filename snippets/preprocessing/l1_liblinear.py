"""Three classes are an error for liblinear today: two ways to train them."""

import warnings

import numpy as np
from sklearn.datasets import load_wine
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.multiclass import OneVsRestClassifier
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.3, random_state=0, stratify=y
)
scaler = StandardScaler().fit(X_train)
X_train_std, X_test_std = scaler.transform(X_train), scaler.transform(X_test)

liblinear = LogisticRegression(l1_ratio=1, solver="liblinear", random_state=1)
try:
    liblinear.fit(X_train_std, y_train)
except ValueError as error:
    message = str(error).split(". ")[0]
    print("ValueError:", message)
else:
    raise SystemExit("this needs scikit-learn 1.8 or later")
assert "multiclass" in message

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    LogisticRegression(penalty="l1", solver="saga", max_iter=5, random_state=1).fit(
        X_train_std, y_train
    )
old_style = [str(w.message) for w in caught if w.category is FutureWarning]
too_short = any(w.category is ConvergenceWarning for w in caught)
print("FutureWarning:", old_style[0].split(". ")[0])
print("saga stopped before it converged:", too_short)

ways = {
    "liblinear, one class against the rest": OneVsRestClassifier(liblinear),
    "saga, all classes at once": LogisticRegression(
        l1_ratio=1, solver="saga", tol=1e-6, max_iter=20_000, random_state=1
    ),
}
nonzero = {}
for name, model in ways.items():
    model.fit(X_train_std, y_train)
    parts = getattr(model, "estimators_", [model])
    weights = np.vstack([part.coef_ for part in parts])
    nonzero[name] = np.count_nonzero(weights)
    test = model.score(X_test_std, y_test)
    print(f"{name}: {nonzero[name]} of {weights.size} weights, test {test:.3f}")

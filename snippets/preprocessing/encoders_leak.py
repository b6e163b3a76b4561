"""The mean target of a category is a leak, unless it comes from other samples."""

import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import KFold
from sklearn.preprocessing import TargetEncoder

# One category with an effect, one with 300 values that mean nothing
naive_train, naive_test, safe_train, safe_test = [], [], [], []
naive_weight, safe_weight = [], []
for seed in range(20):
    rng = np.random.default_rng(seed)
    folds = KFold(n_splits=5, shuffle=True, random_state=seed)
    X = np.column_stack([rng.integers(0, 4, 2000), rng.integers(0, 300, 2000)])
    y = X[:, 0] + rng.normal(scale=2, size=2000)
    X_train, X_test, y_train, y_test = X[:1000], X[1000:], y[:1000], y[1000:]

    # Wrong: a sample's own target is part of its code
    encoder = TargetEncoder(smooth=0, cv=folds).fit(X_train, y_train)
    coded = encoder.transform(X_train)
    model = LinearRegression().fit(coded, y_train)
    naive_train.append(model.score(coded, y_train))
    naive_test.append(model.score(encoder.transform(X_test), y_test))
    naive_weight.append(model.coef_[1])

    # Right: fit_transform() codes each fold by the targets of the other folds
    encoder = TargetEncoder(cv=folds)
    coded = encoder.fit_transform(X_train, y_train)
    model = LinearRegression().fit(coded, y_train)
    safe_train.append(model.score(coded, y_train))
    safe_test.append(model.score(encoder.transform(X_test), y_test))
    safe_weight.append(model.coef_[1])

naive = {"training": np.mean(naive_train), "test": np.mean(naive_test)}
safe = {"training": np.mean(safe_train), "test": np.mean(safe_test)}
weight = {"own target": np.mean(naive_weight), "other folds": np.mean(safe_weight)}
print("mean R² over 20 seeds")
print(
    f"fit().transform(): training {naive['training']:.2f}, test {naive['test']:.2f}"
)
print(
    f"fit_transform():    training {safe['training']:.2f}, test {safe['test']:.2f}"
)
print("weight of the meaningless category:")
for name, value in weight.items():
    print(f"  {name:12} {value:.2f}")
worse = np.sum(np.array(naive_test) < safe_test)
print(f"the leak costs test R² in {worse} of 20 seeds")

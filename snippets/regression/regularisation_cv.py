"""Cross-validation chooses the penalty, with 13 features and with 104."""

import matplotlib.pyplot as plt
import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.linear_model import Lasso, LinearRegression, Ridge
from sklearn.model_selection import GridSearchCV, KFold, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

X, y = boston_housing_data()
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.3, random_state=0
)


def scaled(regression, degree):
    """Standardise, make products up to this degree, standardise them, fit."""
    products = PolynomialFeatures(degree, include_bias=False)
    return make_pipeline(StandardScaler(), products, StandardScaler(), regression)


folds = KFold(5, shuffle=True, random_state=0)
methods = {
    "ridge": (Ridge(), np.logspace(-1, 4, 11), "o-"),
    "lasso": (Lasso(max_iter=100_000), np.logspace(-2, 0.5, 11), "s--"),
}
test_r2 = {}
fig, axes = plt.subplots(1, 2, figsize=(8, 3.4), sharey=True, layout="constrained")
for ax, degree, features in zip(axes, [1, 2], ["13 features", "104 features"]):
    least_squares = scaled(LinearRegression(), degree).fit(X_train, y_train)
    test_r2[f"{features}, least squares"] = least_squares.score(X_test, y_test)
    for name, (regression, alphas, style) in methods.items():
        search = GridSearchCV(
            scaled(regression, degree), {f"{name}__alpha": alphas}, cv=folds
        ).fit(X_train, y_train)
        best = search.best_params_[f"{name}__alpha"]
        test_r2[f"{features}, {name}"] = search.score(X_test, y_test)
        scores = search.cv_results_["mean_test_score"]
        ax.semilogx(alphas, scores, style, label=name)
        print(f"{features}, {name}: the best alpha is {best:.2g}")
    ax.set(xlabel="penalty alpha", title=features, ylim=(0.4, 0.9))
for name, score in test_r2.items():
    print(f"{name:27} test R² {score:.2f}")
axes[0].set_ylabel("R² in cross-validation")
axes[0].legend()
plt.show()

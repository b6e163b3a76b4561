"""One column of a one-hot encoding follows from the others: can it be dropped?"""

import numpy as np
import pandas as pd
from mlxtend.data import autompg_data
from sklearn.linear_model import LinearRegression, Ridge

X, y = autompg_data()
origin = pd.Series(X[:, 6]).map({1: "USA", 2: "Europe", 3: "Japan"})

prediction, ridge_prediction, rank, width = {}, {}, {}, {}
for name, drop_first in {"all columns": False, "first dropped": True}.items():
    features = pd.get_dummies(origin, drop_first=drop_first, dtype=float)
    design = np.column_stack([np.ones(len(y)), features])  # with the intercept
    width[name], rank[name] = design.shape[1], np.linalg.matrix_rank(design)
    model = LinearRegression().fit(features, y)
    prediction[name] = model.predict(features)
    ridge_prediction[name] = Ridge(alpha=10).fit(features, y).predict(features)
    print(f"{name}: {width[name]} columns, rank {rank[name]}")
    print("  ", *(f"{column} {w:+.2f}" for column, w in zip(features, model.coef_)))

same = np.allclose(prediction["all columns"], prediction["first dropped"])
print("same predictions:", same)
difference = np.abs(
    ridge_prediction["all columns"] - ridge_prediction["first dropped"]
)
largest_difference = difference.max()
print(f"with ridge, alpha = 10, they differ by up to {largest_difference:.2f} mpg")

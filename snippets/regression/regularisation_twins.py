"""Two columns that say nearly the same: who gets the weight?"""

import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.linear_model import ElasticNet, Lasso, LinearRegression, Ridge
from sklearn.preprocessing import StandardScaler

X, y = boston_housing_data()
scaled = StandardScaler().fit_transform(X)
lstat = scaled[:, 12]
models = {
    "least squares": LinearRegression(),
    "ridge": Ridge(alpha=10),
    "lasso": Lasso(alpha=0.1),
    "elastic net": ElasticNet(alpha=0.1, l1_ratio=0.5),
}

# The twin of LSTAT differs by 1% of noise, another time for each seed
weights = {name: [] for name in models}
for seed in range(20):
    noise = np.random.default_rng(seed).normal(size=len(y))
    twin = lstat + 0.01 * noise
    features = np.column_stack([scaled, twin])
    for name, model in models.items():
        coef = model.fit(features, y).coef_
        weights[name].append([coef[12], coef[13]])

smallest, largest = {}, {}
print("               weight of LSTAT     sum with its twin")
for name, pairs in weights.items():
    first = [pair[0] for pair in pairs]
    total = [sum(pair) for pair in pairs]
    smallest[name], largest[name] = min(first), max(first)
    print(
        f"{name:14} {min(first):6.2f} to {max(first):5.2f} "
        f"    {min(total):6.2f} to {max(total):5.2f}"
    )

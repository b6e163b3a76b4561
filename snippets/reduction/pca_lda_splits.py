"""The same comparison on fifty random splits instead of a single one."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
reducers = {
    "2 PCs": PCA(n_components=2),
    "5 PCs": PCA(n_components=5),
    "2 LDs": LinearDiscriminantAnalysis(n_components=2),
    "all 13": "passthrough",
}
errors = {name: [] for name in reducers}
for seed in range(50):
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=0.3, random_state=seed, stratify=y
    )
    for name, reducer in reducers.items():
        model = make_pipeline(StandardScaler(), reducer, LogisticRegression())
        y_pred = model.fit(X_train, y_train).predict(X_test)
        errors[name].append(np.sum(y_pred != y_test))

errors = {name: np.array(values) for name, values in errors.items()}
mean = {name: 1 - values.mean() / 54 for name, values in errors.items()}
perfect = {name: int(np.sum(values == 0)) for name, values in errors.items()}
for name in reducers:
    print(f"{name:6}  mean accuracy {mean[name]:.3f}, ", end="")
    print(f"no error in {perfect[name]} of 50 splits")

fewer, more = {}, {}
for name in ["2 PCs", "5 PCs", "all 13"]:
    fewer[name] = int(np.sum(errors["2 LDs"] < errors[name]))
    more[name] = int(np.sum(errors["2 LDs"] > errors[name]))
    print(
        f"2 LDs and {name:6}  fewer errors in {fewer[name]}, more in {more[name]}"
    )

fig, ax = plt.subplots(figsize=(6, 3.2))
for name, style in zip(reducers, ["o-", "^:", "s--", "x-."]):
    ax.plot(range(8), np.bincount(errors[name], minlength=8), style, label=name)
ax.set(xlabel="errors among 54 test samples", ylabel="number of splits")
ax.set(title="Fifty splits")
ax.legend()
plt.show()

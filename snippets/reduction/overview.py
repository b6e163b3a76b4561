"""Thirteen features of wine, reduced to two in three ways and classified."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
reducers = {
    "two features": ColumnTransformer([("first two", "passthrough", [0, 1])]),
    "two PCs": PCA(n_components=2),
    "two LDs": LinearDiscriminantAnalysis(n_components=2),
}
scores = {name: [] for name in [*reducers, "all 13"]}
for seed in range(20):
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=0.3, random_state=seed, stratify=y
    )
    for name in scores:
        reducer = reducers.get(name, "passthrough")
        model = make_pipeline(StandardScaler(), reducer, LogisticRegression())
        scores[name].append(model.fit(X_train, y_train).score(X_test, y_test))

mean = {name: np.mean(values) for name, values in scores.items()}
for name, values in scores.items():
    print(
        f"{name:12}  mean {mean[name]:.3f}, {min(values):.3f} to {max(values):.3f}"
    )

# The test samples of the last split
fig, axes = plt.subplots(1, 3, figsize=(8.4, 3), layout="constrained")
for ax, (name, reducer) in zip(axes, reducers.items()):
    view = make_pipeline(StandardScaler(), reducer).fit(X_train, y_train)
    Z = view.transform(X_test)
    for label, marker in enumerate("osx"):
        ax.plot(*Z[y_test == label].T, marker, markersize=4)
    ax.set(title=name, xticks=[], yticks=[])
plt.show()

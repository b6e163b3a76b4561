"""Logistic regression on two principal components and two linear discriminants."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.3, random_state=0, stratify=y
)
scaler = StandardScaler().fit(X_train)
X_train_std, X_test_std = scaler.transform(X_train), scaler.transform(X_test)

reducers = {
    "PCA": PCA(n_components=2),
    "LDA": LinearDiscriminantAnalysis(n_components=2),
}
accuracy, wrong = {}, {}
fig, axes = plt.subplots(1, 2, figsize=(7.6, 3.4), layout="constrained")
for ax, (name, reducer) in zip(axes, reducers.items()):
    train = reducer.fit_transform(X_train_std, y_train)  # PCA ignores y
    test = reducer.transform(X_test_std)
    model = LogisticRegression(random_state=1).fit(train, y_train)
    accuracy[name] = model.score(train, y_train), model.score(test, y_test)
    wrong[name] = int(np.sum(model.predict(test) != y_test))
    print("{}: training {:.3f}, test {:.3f}".format(name, *accuracy[name]))
    print(f"     {wrong[name]} of {len(y_test)} test samples wrong")
    low, high = train.min(axis=0) - 1, train.max(axis=0) + 1
    side_x, side_y = np.linspace(low, high, 120).T
    grid = np.stack(np.meshgrid(side_x, side_y), axis=-1).reshape(-1, 2)
    region = model.predict(grid).reshape(120, 120)
    ax.contour(
        side_x, side_y, region, levels=[0.5, 1.5], colors="black", linewidths=1
    )
    for label, marker in enumerate("osx"):
        ax.plot(*test[y_test == label].T, marker, label=f"class {label + 1}")
    ax.set(title=name)
axes[1].legend()
plt.show()

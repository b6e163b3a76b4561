"""Thirteen features of wine, seen through two of them, two PCs and two LDs."""

import matplotlib.pyplot as plt
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

pca = PCA(n_components=2).fit(X_train_std)
lda = LinearDiscriminantAnalysis(n_components=2).fit(X_train_std, y_train)
views = {
    "two features": lambda X_std: X_std[:, :2],
    "two PCs": pca.transform,
    "two LDs": lda.transform,
}
accuracy = {}
fig, axes = plt.subplots(1, 3, figsize=(8.4, 3), layout="constrained")
for ax, (name, view) in zip(axes, views.items()):
    model = LogisticRegression().fit(view(X_train_std), y_train)
    accuracy[name] = model.score(view(X_test_std), y_test)
    print(f"{name:12}  test accuracy {accuracy[name]:.3f}")
    for label, marker in enumerate("osx"):
        ax.plot(*view(X_test_std)[y_test == label].T, marker, markersize=4)
    ax.set(title=name, xticks=[], yticks=[])
plt.show()

"""How many components help a classifier: ask cross-validation, not the variance."""

import numpy as np
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline

X, y = load_digits(return_X_y=True)
grid = {"pca__n_components": [5, 10, 20, 40, 64]}
chosen, with_95 = [], []
scores = {"chosen": [], "95% of the variance": [], "all pixels": []}
for seed in range(5):
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=0.5, random_state=seed, stratify=y
    )
    pipeline = make_pipeline(PCA(svd_solver="full"), KNeighborsClassifier(5))
    search = GridSearchCV(pipeline, grid, cv=3).fit(X_train, y_train)
    chosen.append(search.best_params_["pca__n_components"])
    scores["chosen"].append(search.score(X_test, y_test))
    pipeline.set_params(pca__n_components=0.95).fit(X_train, y_train)
    with_95.append(int(pipeline["pca"].n_components_))
    scores["95% of the variance"].append(pipeline.score(X_test, y_test))
    knn = KNeighborsClassifier(5).fit(X_train, y_train)
    scores["all pixels"].append(knn.score(X_test, y_test))

print("components chosen by cross-validation:", *chosen)
print("components for 95% of the variance:   ", *with_95)
mean = {}
for name, values in scores.items():
    mean[name] = np.mean(values)
    spread = f"{min(values):.3f} to {max(values):.3f}"
    print(f"{name:20} mean test accuracy {mean[name]:.3f} ({spread})")

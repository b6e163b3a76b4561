"""Which models notice the scale of the features? Five of them, on wine."""

import numpy as np
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import ShuffleSplit, cross_val_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, RobustScaler, StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

X, y = load_wine(return_X_y=True)
splits = ShuffleSplit(n_splits=20, test_size=0.3, random_state=0)
models = {
    "5 neighbours": KNeighborsClassifier(),
    "SVM": SVC(),
    "logistic regression": LogisticRegression(solver="newton-cholesky"),
    "... without penalty": LogisticRegression(C=np.inf, solver="newton-cholesky"),
    "decision tree": DecisionTreeClassifier(random_state=0),
}
scalers = {
    "as measured": "passthrough",
    "min-max": MinMaxScaler(),
    "standard": StandardScaler(),
    "robust": RobustScaler(),
}
print("mean test accuracy".ljust(19), *(f"{scaler:>11}" for scaler in scalers))
accuracy = {}
for model_name, model in models.items():
    accuracy[model_name] = {}
    for name, scaler in scalers.items():
        scores = cross_val_score(make_pipeline(scaler, model), X, y, cv=splits)
        accuracy[model_name][name] = scores.mean()
    row = accuracy[model_name].values()
    print(f"{model_name:19}", *(f"{value:11.3f}" for value in row))

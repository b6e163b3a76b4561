"""How many wines of the rarest class reach the test data, plain or stratified."""

import numpy as np
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split

X, y = load_wine(return_X_y=True)
counts = np.bincount(y)
print("wines of each class:", *counts)

fewest, most = {}, {}
for name, classes in {"plain": None, "stratified": y}.items():
    rare = []
    for seed in range(500):
        _, y_test = train_test_split(
            y, test_size=0.3, random_state=seed, stratify=classes
        )
        rare.append(np.sum(y_test == 2))
    fewest[name], most[name] = min(rare), max(rare)
    print(
        f"{name:10} from {fewest[name]} to {most[name]} of {len(y_test)} test wines"
    )

_, _, y_train, _ = train_test_split(X, y, test_size=0.3, random_state=0, stratify=y)
train_counts = np.bincount(y_train)
print("training wines of each class:", *train_counts)

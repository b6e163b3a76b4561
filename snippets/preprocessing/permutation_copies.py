"""Copies of proline: shuffled one at a time or all together, on ten splits."""

import numpy as np
from sklearn.datasets import load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

X, y = load_wine(return_X_y=True, as_frame=True)


def lost(model, X, y, columns, rng, repeats=5):
    """Mean loss of accuracy when these columns are shuffled in the same way."""
    scores = []
    for _ in range(repeats):
        shuffled = X.copy()
        shuffled[columns] = X[columns].to_numpy()[rng.permutation(len(X))]
        scores.append(model.score(shuffled, y))
    return model.score(X, y) - np.mean(scores)


alone, together, accuracy = {}, {}, {}
for count in (0, 1, 3, 9):
    results = []
    for seed in range(10):
        table = X.copy()
        names = ["proline"] + [f"copy {i}" for i in range(count)]
        for name in names:
            table[name] = table["proline"]
        X_train, X_test, y_train, y_test = train_test_split(
            table, y, test_size=0.4, stratify=y, random_state=seed
        )
        forest = RandomForestClassifier(50, random_state=seed).fit(X_train, y_train)
        rng = np.random.default_rng(seed)
        results.append(
            [
                lost(forest, X_test, y_test, ["proline"], rng),
                lost(forest, X_test, y_test, names, rng),
                forest.score(X_test, y_test),
            ]
        )
    alone[count], together[count], accuracy[count] = np.mean(results, axis=0)
    print(f"{count} copies: proline alone {alone[count]:.3f}", end=", ")
    print(f"all together {together[count]:.3f}, accuracy {accuracy[count]:.3f}")

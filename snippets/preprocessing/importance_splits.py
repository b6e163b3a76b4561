"""Which wine feature leads the ranking depends on how the data are split."""

from collections import Counter

import numpy as np
from sklearn.datasets import load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

wine = load_wine()
rankings = []
for seed in range(20):
    X_train, _, y_train, _ = train_test_split(
        wine.data,
        wine.target,
        test_size=0.3,
        random_state=seed,
        stratify=wine.target,
    )
    forest = RandomForestClassifier(n_estimators=100, random_state=1)
    forest.fit(X_train, y_train)
    order = np.argsort(forest.feature_importances_)[::-1]
    rankings.append([wine.feature_names[i] for i in order])

first = Counter(ranking[0] for ranking in rankings)
for name, count in first.most_common():
    print(f"{name:12} first in {count} of {len(rankings)} splits")
top_five = Counter(name for ranking in rankings for name in ranking[:5])
always_in_top_five = sum(count == len(rankings) for count in top_five.values())
print(
    f"features that are among the first five in every split: {always_in_top_five}"
)

"""Does L1 keep the same features when the training samples change a little?"""

import numpy as np
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
from sklearn.utils import resample

wine = load_wine()
X_std = StandardScaler().fit_transform(wine.data)
y = wine.target == 1

repeats = 100
kept = np.zeros((repeats, X_std.shape[1]), dtype=bool)
for seed in range(repeats):
    X_some, y_some = resample(X_std, y, random_state=seed, stratify=y)
    model = LogisticRegression(
        C=0.1, l1_ratio=1, solver="liblinear", random_state=1
    )
    kept[seed] = model.fit(X_some, y_some).coef_[0] != 0
assert not kept.all(), "l1_ratio=1 needs scikit-learn 1.8 or later"

share = dict(zip(wine.feature_names, kept.mean(axis=0)))
for name in sorted(share, key=share.get, reverse=True):
    print(f"{name:28}  kept in {share[name]:4.0%} of the resamples")

always = sum(value == 1 for value in share.values())
never = sum(value == 0 for value in share.values())
different_sets = len({tuple(row) for row in kept})
print(f"always {always}, never {never}, sometimes {13 - always - never}")
print(f"different sets of features in {repeats} resamples: {different_sets}")

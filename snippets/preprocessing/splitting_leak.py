"""Pure noise predicts the labels, if the features are chosen before the split."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline

model = make_pipeline(SelectKBest(k=20), LogisticRegression())
leaked, honest = [], []
for seed in range(50):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(100, 1000))
    y = rng.integers(0, 2, 100)  # has nothing to do with X

    # Wrong: all samples, the test samples too, take part in the choice
    X_chosen = SelectKBest(k=20).fit_transform(X, y)
    X_train, X_test, y_train, y_test = train_test_split(
        X_chosen, y, random_state=seed
    )
    leaked.append(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))

    # Right: the pipeline chooses from the training samples alone
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=seed)
    honest.append(model.fit(X_train, y_train).score(X_test, y_test))

mean_leaked, mean_honest = np.mean(leaked), np.mean(honest)
print(f"chosen before the split: mean test accuracy {mean_leaked:.2f}")
print(f"chosen after the split:  mean test accuracy {mean_honest:.2f}")

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
bins = np.arange(0.18, 1.06, 0.04)
ax.hist(honest, bins, alpha=0.7, label="chosen after the split")
ax.hist(leaked, bins, alpha=0.7, hatch="//", label="chosen before the split")
ax.axvline(0.5, color="black", linestyle="--")
ax.set(xlabel="test accuracy", ylabel="number of runs", ylim=(0, 22))
ax.set_title("Labels drawn at random")
ax.legend(ncols=2)
plt.show()

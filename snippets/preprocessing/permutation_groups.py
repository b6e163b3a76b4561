"""Thirty correlated measurements of tumours: none is needed alone, groups are."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.cluster.hierarchy import dendrogram, fcluster, linkage
from scipy.spatial.distance import squareform
from scipy.stats import spearmanr
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

data = load_breast_cancer()
X, y, names = data.data, data.target, data.feature_names

# Features that rank the tumours alike are close to each other
distance = 1 - np.abs(spearmanr(X).statistic)
tree = linkage(squareform(distance, checks=False), method="average")
groups = fcluster(tree, t=0.5, criterion="distance")
sets = {name: [j] for j, name in enumerate(names)}
for group in range(1, groups.max() + 1):
    sets[f"group {group}"] = np.flatnonzero(groups == group).tolist()
group_count, sizes = int(groups.max()), np.bincount(groups)[1:].tolist()

lost, accuracy = {name: [] for name in sets}, []
for seed in range(10):
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=0.4, stratify=y, random_state=seed
    )
    model = make_pipeline(StandardScaler(), LogisticRegression())
    accuracy.append(model.fit(X_train, y_train).score(X_test, y_test))
    rng = np.random.default_rng(seed)
    for name, columns in sets.items():
        shuffled = X_test.copy()
        shuffled[:, columns] = X_test[rng.permutation(len(X_test))][:, columns]
        lost[name].append(accuracy[-1] - model.score(shuffled, y_test))
mean = {name: np.mean(values) for name, values in lost.items()}
single = max(mean[name] for name in names)
largest = max(sets, key=mean.get)
largest_size, largest_loss = len(sets[largest]), mean[largest]
mean_accuracy = np.mean(accuracy)
print(f"mean accuracy on ten splits {mean_accuracy:.3f}")
print(f"a single feature costs at most {single:.3f}")
for group in range(group_count):
    name = f"group {group + 1}"
    print(f"{name}: {sizes[group]:2} features, {mean[name]:.3f}")

fig, ax = plt.subplots(figsize=(6.4, 5), layout="constrained")
dendrogram(tree, orientation="right", labels=names, color_threshold=0.5, ax=ax)
ax.axvline(0.5, color="gray", linestyle="--")
ax.set(xlabel="1 − |Spearman correlation|")
plt.show()

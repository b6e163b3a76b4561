"""Pixels share one unit, and standardising them does PCA no good."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = load_digits(return_X_y=True)
components, splits = [2, 5, 10, 20], 5
scores = {
    name: np.empty((splits, 4)) for name in ["raw pixels", "standardised pixels"]
}
for seed in range(splits):
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=0.5, random_state=seed, stratify=y
    )
    for column, n_components in enumerate(components):
        for name in scores:
            pca = PCA(n_components, random_state=0)
            model = make_pipeline(pca, KNeighborsClassifier())
            if name == "standardised pixels":
                model = make_pipeline(StandardScaler(), model)
            model.fit(X_train, y_train)
            scores[name][seed, column] = model.score(X_test, y_test)
accuracy = {name: values.mean(axis=0) for name, values in scores.items()}
for name, values in accuracy.items():
    print(f"{name:20}", "  ".join(f"{value:.2f}" for value in values))
better = np.sum(scores["raw pixels"] > scores["standardised pixels"], axis=0)
print("raw pixels are better in", *better, f"of {splits} splits")

# A pixel that is almost always 0 gets the variance of all the others
lit = np.sum(X > 0, axis=0)
rare_count = lit[lit > 0].min()
rarest = np.flatnonzero(lit == rare_count)[0]
standardised = StandardScaler().fit_transform(X)[:, rarest].max()
print(f"pixel {rarest} is above 0 in {rare_count} of {len(X)} images:")
print(f"{X[:, rarest].max():.0f} of 16 at most, {standardised:.1f} standardised")

fig, ax = plt.subplots(figsize=(6, 3.2))
for (name, values), style in zip(accuracy.items(), ["o-", "s--"]):
    ax.plot(components, values, style, label=name)
ax.set(xlabel="number of components", ylabel="test accuracy", title="Digits")
ax.legend()
plt.show()

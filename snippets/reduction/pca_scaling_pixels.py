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
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.5, random_state=0, stratify=y
)
counts = [2, 5, 10, 20]
accuracy = {"raw pixels": [], "standardised pixels": []}
for n_components in counts:
    for name, scaler in zip(accuracy, [[], [StandardScaler()]]):
        pca = PCA(n_components=n_components, random_state=0)
        model = make_pipeline(*scaler, pca, KNeighborsClassifier())
        accuracy[name].append(model.fit(X_train, y_train).score(X_test, y_test))
for name, values in accuracy.items():
    print(f"{name:20}", "  ".join(f"{value:.3f}" for value in values))

# A pixel that is almost always 0 becomes as loud as any other
lit = np.mean(X_train > 0, axis=0)
rarest = np.flatnonzero(lit > 0)[lit[lit > 0].argmin()]
rare_count = int(np.sum(X_train[:, rarest] > 0))
standardised = StandardScaler().fit_transform(X_train)[:, rarest].max()
print(f"pixel {rarest}: above 0 in {rare_count} of {len(X_train)} images,")
print(
    f"there {X_train[:, rarest].max():.0f} of 16, standardised {standardised:.1f}"
)

fig, ax = plt.subplots(figsize=(6, 3.2))
for (name, values), style in zip(accuracy.items(), ["o-", "s--"]):
    ax.plot(counts, values, style, label=name)
ax.set(xlabel="number of components", ylabel="test accuracy", title="Digits")
ax.legend()
plt.show()

"""Whitening gives all components the same variance, the noisy ones included."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline

X, y = load_digits(return_X_y=True)
numbers = [5, 10, 20, 40]
accuracy = {"plain": [], "whitened": []}
for k in numbers:
    for name, whiten in [("plain", False), ("whitened", True)]:
        scores = []
        for seed in range(5):
            X_train, X_test, y_train, y_test = train_test_split(
                X, y, test_size=0.5, random_state=seed, stratify=y
            )
            pca = PCA(k, whiten=whiten, svd_solver="full")
            model = make_pipeline(pca, KNeighborsClassifier(5))
            scores.append(model.fit(X_train, y_train).score(X_test, y_test))
        accuracy[name].append(np.mean(scores))
    print(
        f"{k:2} components: plain {accuracy['plain'][-1]:.3f}, "
        f"whitened {accuracy['whitened'][-1]:.3f}"
    )

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.plot(numbers, accuracy["plain"], "o-", label="plain")
ax.plot(numbers, accuracy["whitened"], "s--", label="whitened")
ax.set(xlabel="number of components", ylabel="mean test accuracy")
ax.legend()
plt.show()

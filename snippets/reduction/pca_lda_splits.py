"""The same comparison on fifty random splits instead of a single one."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
reducers = {
    "2 PCs": PCA(n_components=2),
    "5 PCs": PCA(n_components=5),
    "2 LDs": LinearDiscriminantAnalysis(n_components=2),
}
accuracy = {name: [] for name in reducers}
for seed in range(50):
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=0.3, random_state=seed, stratify=y
    )
    for name, reducer in reducers.items():
        model = make_pipeline(StandardScaler(), reducer, LogisticRegression())
        accuracy[name].append(model.fit(X_train, y_train).score(X_test, y_test))

mean = {name: np.mean(values) for name, values in accuracy.items()}
perfect = {
    name: int(np.sum(np.equal(values, 1))) for name, values in accuracy.items()
}
for name, values in accuracy.items():
    print(f"{name}: {min(values):.3f} to {max(values):.3f}, mean {mean[name]:.3f}")
    print(f"       no error in {perfect[name]} of 50 splits")

fig, ax = plt.subplots(figsize=(6, 3.2))
errors = {name: np.rint((1 - np.array(a)) * 54) for name, a in accuracy.items()}
for (name, count), style in zip(errors.items(), ["o-", "^:", "s--"]):
    ax.plot(range(8), [np.sum(count == n) for n in range(8)], style, label=name)
ax.set(xlabel="errors among 54 test samples", ylabel="number of splits")
ax.set(title="Fifty splits")
ax.legend()
plt.show()

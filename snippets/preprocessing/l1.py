"""The weights of an L1-regularised logistic regression on wine, along C."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.multiclass import OneVsRestClassifier
from sklearn.preprocessing import StandardScaler

wine = load_wine()
X_train, X_test, y_train, y_test = train_test_split(
    wine.data, wine.target, test_size=0.3, random_state=0, stratify=wine.target
)
scaler = StandardScaler().fit(X_train)
X_train_std, X_test_std = scaler.transform(X_train), scaler.transform(X_test)


def l1_model(C):
    return LogisticRegression(C=C, l1_ratio=1, solver="liblinear", random_state=1)


# Three classes: one model for each class against the rest
C = 1.0
model = OneVsRestClassifier(l1_model(C)).fit(X_train_std, y_train)
train_accuracy = model.score(X_train_std, y_train)
test_accuracy = model.score(X_test_std, y_test)
weights = np.array([one.coef_[0] for one in model.estimators_])
nonzero = np.count_nonzero(weights)
assert nonzero < weights.size, "l1_ratio=1 needs scikit-learn 1.8 or later"
print(f"accuracy: training {train_accuracy:.3f}, test {test_accuracy:.3f}")
print(f"weights that are not zero: {nonzero} of {weights.size}")

# The path of the first class
C_values = np.logspace(-3, 2, 26)
path = np.array(
    [l1_model(c).fit(X_train_std, y_train == 0).coef_[0] for c in C_values]
)
kept = dict(zip(C_values.round(3), np.count_nonzero(path, axis=1)))
for value in [0.01, 0.1, 1.0, 100.0]:
    print(f"C = {value:6}: {kept[value]} of 13 features")

fig, ax = plt.subplots(figsize=(7.6, 3.8), layout="constrained")
styles = [
    line + mark for mark in ["", "o", "x", "^"] for line in ["-", "--", ":", "-."]
]
for name, weight, style in zip(wine.feature_names, path.T, styles):
    ax.plot(C_values, weight, style, markersize=4, label=name)
ax.axvline(C, color="grey", linewidth=0.8)
ax.set(xlabel="C (weak penalty on the right)", ylabel="weight", xscale="log")
ax.legend(loc="center left", bbox_to_anchor=(1, 0.5), fontsize="small")
plt.show()

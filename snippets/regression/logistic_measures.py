"""Precision, recall, F1 and the area under the ROC curve, by hand and library."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (
    confusion_matrix,
    f1_score,
    precision_score,
    recall_score,
    roc_auc_score,
    roc_curve,
)
from sklearn.model_selection import train_test_split

X, y = load_breast_cancer(return_X_y=True)
X, y = X[:, :2], 1 - y  # radius and texture; 1: malignant
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.4, stratify=y, random_state=0
)
model = LogisticRegression(max_iter=1000).fit(X_train, y_train)
p = model.predict_proba(X_test)[:, 1]
y_pred = p >= 0.5

# Count the four cases
(TN, FP), (FN, TP) = confusion_matrix(y_test, y_pred).tolist()
malignant = TP + FN
print(f"found {TP}, missed {FN}, false alarms {FP}, rightly left alone {TN}")
accuracy, precision, recall = (
    (TP + TN) / len(y_test),
    TP / (TP + FP),
    TP / (TP + FN),
)
f1 = 2 * precision * recall / (precision + recall)
assert np.isclose(precision, precision_score(y_test, y_pred))
assert np.isclose(recall, recall_score(y_test, y_pred))
assert np.isclose(f1, f1_score(y_test, y_pred))
print(f"accuracy {accuracy:.3f}, precision {precision:.3f}, recall {recall:.3f}")

# AUC: how often a malignant tumour gets a higher probability than a benign one
higher = p[y_test == 1][:, None] > p[y_test == 0]
auc = higher.mean()
assert np.isclose(auc, roc_auc_score(y_test, p))
print(f"F1 {f1:.3f}, AUC {auc:.3f}")

false_alarms, found, _ = roc_curve(y_test, p)
fig, ax = plt.subplots(figsize=(4.6, 4.2), layout="constrained")
ax.plot(false_alarms, found)
ax.plot(FP / (FP + TN), recall, "o", label="threshold 0.5")
ax.plot([0, 1], [0, 1], "--", color="gray", label="coin")
ax.set(xlabel="false positive rate", ylabel="true positive rate (recall)")
ax.legend(loc="lower right")
plt.show()

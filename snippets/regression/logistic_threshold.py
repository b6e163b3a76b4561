"""Thresholds that follow from the costs, compared on 20 splits."""

import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict, train_test_split

X, y = load_breast_cancer(return_X_y=True)
X, y = X[:, :2], 1 - y  # radius and texture; 1: malignant
cost_missed, cost_alarm = 10, 1
thresholds = np.linspace(0.01, 0.99, 99)


def cost(y, p, threshold):
    """Costs per tumour."""
    missed = np.sum((y == 1) & (p < threshold))
    alarms = np.sum((y == 0) & (p >= threshold))
    return (cost_missed * missed + cost_alarm * alarms) / len(y)


rule = cost_alarm / (cost_alarm + cost_missed)
costs = {"0.5": [], "from the costs": [], "from the folds": []}
recalls, chosen = {name: [] for name in costs}, []
for seed in range(20):
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=0.4, stratify=y, random_state=seed
    )
    model = LogisticRegression(max_iter=1000)
    p_folds = cross_val_predict(model, X_train, y_train, method="predict_proba")[
        :, 1
    ]
    best = np.argmin([cost(y_train, p_folds, t) for t in thresholds])
    chosen.append(thresholds[best])
    p = model.fit(X_train, y_train).predict_proba(X_test)[:, 1]
    for name, t in zip(costs, (0.5, rule, thresholds[best]), strict=True):
        costs[name].append(cost(y_test, p, t))
        recalls[name].append(np.mean(p[y_test == 1] >= t))

mean_cost = {name: np.mean(values) for name, values in costs.items()}
mean_recall = {name: np.mean(values) for name, values in recalls.items()}
for name in costs:
    print(f"{name:15} cost {mean_cost[name]:.3f}, recall {mean_recall[name]:.3f}")
cheaper = np.sum(np.array(costs["from the costs"]) < costs["0.5"])
folds_cheaper = np.sum(np.array(costs["from the folds"]) < costs["from the costs"])
print(f"rule {rule:.2f}: cheaper than 0.5 in {cheaper} of 20 splits")
lowest_chosen, highest_chosen = min(chosen), max(chosen)
print(f"folds {lowest_chosen:.2f} to {highest_chosen:.2f}", end=": ")
print(f"cheaper than the rule in {folds_cheaper} of 20 splits")

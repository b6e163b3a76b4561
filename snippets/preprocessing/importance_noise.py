"""Random numbers look important in a forest, until test data are permuted."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.inspection import permutation_importance

rng = np.random.default_rng(0)
n = 1000
y = rng.integers(0, 2, n)
signal = np.where(rng.random(n) < 0.75, y, 1 - y)  # right three times out of four
coin = rng.integers(0, 2, n)
numbers = rng.random(n)  # a different value for every sample
X = np.column_stack([signal, coin, numbers])
X_train, X_test, y_train, y_test = X[:500], X[500:], y[:500], y[500:]

forest = RandomForestClassifier(n_estimators=100, random_state=0).fit(
    X_train, y_train
)
train_accuracy = forest.score(X_train, y_train)
test_accuracy = forest.score(X_test, y_test)
signal_accuracy = np.mean(X_test[:, 0] == y_test)
print(f"forest: training {train_accuracy:.3f}, test {test_accuracy:.3f}")
print(f"the signal alone: test {signal_accuracy:.3f}")

drop = permutation_importance(forest, X_test, y_test, n_repeats=10, random_state=0)
names = ["signal", "coin", "random numbers"]
impurity = dict(zip(names, forest.feature_importances_))
permuted = dict(zip(names, drop.importances_mean))
for name in names:
    print(
        f"{name:14}  impurity {impurity[name]:.3f}, permuted {permuted[name]:6.3f}"
    )

fig, axes = plt.subplots(
    1, 2, figsize=(7.6, 2.6), layout="constrained", sharey=True
)
axes[0].barh(names, impurity.values())
axes[0].set(title="while training", xlabel="decrease of impurity")
axes[1].barh(names, permuted.values(), color="tab:orange", hatch="//")
axes[1].set(title="on test data", xlabel="loss of accuracy when permuted")
plt.show()

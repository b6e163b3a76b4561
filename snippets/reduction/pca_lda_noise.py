"""With enough features LDA separates classes that do not exist."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

samples = 60
feature_counts = [5, 15, 30, 45, 55]
rng = np.random.default_rng(0)
train_accuracy, test_accuracy = [], []
for features in feature_counts:
    train_scores, test_scores = [], []
    for _ in range(10):  # labels are independent of the features
        X_train = rng.standard_normal((samples, features))
        y_train = np.repeat([0, 1, 2], samples // 3)
        X_test = rng.standard_normal((600, features))
        y_test = rng.integers(0, 3, 600)
        lda = LinearDiscriminantAnalysis(n_components=2).fit(X_train, y_train)
        train_scores.append(lda.score(X_train, y_train))
        test_scores.append(lda.score(X_test, y_test))
    train_accuracy.append(np.mean(train_scores))
    test_accuracy.append(np.mean(test_scores))
    print(
        f"{features:2} features: training {train_accuracy[-1]:.2f}, "
        f"test {test_accuracy[-1]:.2f}"
    )
X_lda = lda.transform(X_train)  # the last one, with the most features
fig, (view, curve) = plt.subplots(1, 2, figsize=(7.6, 3.2), layout="constrained")
for label, marker in enumerate("osx"):
    view.plot(*X_lda[y_train == label].T, marker, markersize=5)
view.set(xlabel="LD 1", ylabel="LD 2", title="Pure noise, 55 features")
curve.plot(feature_counts, train_accuracy, "o-", label="training")
curve.plot(feature_counts, test_accuracy, "s--", label="test")
curve.set(xlabel="number of features", ylabel="accuracy", ylim=(0, 1.05))
curve.legend()
plt.show()

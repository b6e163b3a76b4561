"""An overconfident classifier, and the temperature that corrects it."""

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X = X / 16 + np.random.default_rng(0).normal(0, 0.3, X.shape)  # noisy images


def loss(temperature, z, y):
    return -log_softmax(z / temperature, axis=1)[np.arange(len(y)), y].mean()


before, after, confidence, accuracy, temperatures = [], [], [], [], []
for seed in range(5):
    X_train, X_rest, y_train, y_rest = train_test_split(
        X, y, train_size=300, random_state=seed, stratify=y
    )
    X_valid, X_test, y_valid, y_test = train_test_split(
        X_rest, y_rest, test_size=0.5, random_state=seed, stratify=y_rest
    )
    model = LogisticRegression(C=100, max_iter=500).fit(X_train, y_train)
    z_valid, z_test = (model.decision_function(part) for part in (X_valid, X_test))
    found = minimize_scalar(loss, bounds=(0.1, 20), args=(z_valid, y_valid))
    temperatures.append(found.x)
    before.append(loss(1, z_test, y_test))
    after.append(loss(found.x, z_test, y_test))
    confidence.append(np.exp(log_softmax(z_test, axis=1)).max(axis=1).mean())
    accuracy.append(model.score(X_test, y_test))
    same = (z_test / found.x).argmax(axis=1) == z_test.argmax(axis=1)
    assert same.all()  # a temperature changes no prediction

for k in range(5):
    print(
        f"accuracy {accuracy[k]:.2f}, mean confidence {confidence[k]:.2f}, "
        f"T = {temperatures[k]:.1f}: loss {before[k]:.2f} -> {after[k]:.2f}"
    )

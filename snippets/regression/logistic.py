"""Logistic regression: a line for the log-odds, a curve for the probability."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LinearRegression, LogisticRegression

data = load_breast_cancer(as_frame=True)
radius = data.data["mean radius"].to_numpy()
X = radius[:, None]
y = 1 - data.target.to_numpy()  # 1: malignant

line = LinearRegression().fit(X, y)
model = LogisticRegression(C=np.inf).fit(X, y)
w, b = model.coef_[0, 0], model.intercept_[0]

# The net input is a line; the logistic function makes a probability of it
z = w * radius + b
p = 1 / (1 + np.exp(-z))
assert np.allclose(p, model.predict_proba(X)[:, 1])
assert np.allclose(np.log(p / (1 - p)), z)
boundary, odds_ratio = -b / w, np.exp(w)
print(f"log-odds = {w:.2f} × radius - {-b:.2f}")
print(f"probability 0.5 at a radius of {boundary:.1f} mm")
print(f"one mm more multiplies the odds by {odds_ratio:.2f}")

# The loss is the cross entropy; at its minimum the gradient is zero
gradient = np.array([np.mean((p - y) * radius), np.mean(p - y)])
assert np.abs(gradient).max() < 1e-3
total = len(y)
outside = np.sum((line.predict(X) < 0) | (line.predict(X) > 1))
print(f"linear regression: {outside} of {total} predictions outside 0 to 1")

fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
rng = np.random.default_rng(0)
some = rng.choice(len(y), 200, replace=False)
ax.plot(radius[some], y[some], ".", alpha=0.4, label="tumours")
grid = np.linspace(6, 28, 200)[:, None]
ax.plot(grid, line.predict(grid), "--", label="linear regression")
ax.plot(grid, model.predict_proba(grid)[:, 1], label="logistic regression")
ax.axvline(boundary, color="gray", linewidth=0.8)
ax.set(xlabel="mean radius (mm)", ylabel="malignant", ylim=(-0.4, 1.7))
ax.legend(loc="upper left")
plt.show()

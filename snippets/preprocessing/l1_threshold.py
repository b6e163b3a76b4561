"""One weight under an L1 and an L2 penalty: cut to zero, or only shrunk."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import Lasso, Ridge

penalty = 1.0


def l1_weight(w):
    return np.sign(w) * np.maximum(np.abs(w) - penalty, 0)


def l2_weight(w):
    return w / (1 + penalty)


# Let scikit-learn find the weight; its Ridge adds up errors, its Lasso averages
X = np.array([[-1.0], [1.0]])
w = np.linspace(-3, 3, 25)
found = {"L1": [], "L2": []}
for w_best in w:
    y = w_best * X[:, 0]
    found["L1"].append(Lasso(alpha=penalty).fit(X, y).coef_[0])
    found["L2"].append(Ridge(alpha=penalty * len(X)).fit(X, y).coef_[0])
assert np.allclose(found["L1"], l1_weight(w), atol=1e-6)
assert np.allclose(found["L2"], l2_weight(w), atol=1e-6)
print("scikit-learn finds the same weights: True")
zeros = {
    name: int(np.sum(np.abs(weights) < 1e-9)) for name, weights in found.items()
}
print(
    f"weights that are exactly 0, of {len(w)}: L1 {zeros['L1']}, L2 {zeros['L2']}"
)

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.plot(w, w, ":", color="grey", label="no penalty")
ax.plot(w, l2_weight(w), "--", label="L2")
ax.plot(w, l1_weight(w), label="L1")
ax.set(xlabel="weight without a penalty", ylabel="weight with the penalty")
ax.legend()
plt.show()

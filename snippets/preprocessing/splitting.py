"""Standardise new fish as the training fish were, or, wrongly, among themselves."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.preprocessing import StandardScaler

X_train = np.array([[10.0], [20.0], [30.0]])  # lengths in cm
X_new = np.array([[5.0], [6.0], [7.0]])

scaler = StandardScaler().fit(X_train)
train_std = scaler.transform(X_train)[:, 0]
right = scaler.transform(X_new)[:, 0]
wrong = StandardScaler().fit_transform(X_new)[:, 0]  # fitted again
by_hand = (X_new[:, 0] - X_train.mean()) / X_train.std()
assert np.allclose(right, by_hand)

print("training:         ", *(f"{value:5.2f}" for value in train_std))
print("new, as trained:  ", *(f"{value:5.2f}" for value in right))
print("new, fitted again:", *(f"{value:5.2f}" for value in wrong))

fig, ax = plt.subplots(figsize=(6.4, 2.4), layout="constrained")
rows = {
    "training": (train_std, X_train, "o", "C0"),
    "transform()": (right, X_new, "s", "C2"),
    "fit_transform()": (wrong, X_new, "X", "C1"),
}
for height, (values, lengths, marker, color) in enumerate(rows.values()):
    ax.plot(values, [-height] * 3, marker, color=color, markersize=8)
    for value, length in zip(values, lengths[:, 0]):
        ax.annotate(f"{length:.0f}", (value, -height + 0.2), ha="center")
ax.set_yticks([0, -1, -2], rows.keys())
ax.set(xlabel="standardised length", ylim=(-2.4, 0.7), title="Lengths in cm")
plt.show()

"""Six values under four scalers, by hand and with scikit-learn."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn import preprocessing

x = np.arange(6.0)
q1, q3 = np.percentile(x, [25, 75])
by_hand = {
    "min-max": (x - x.min()) / (x.max() - x.min()),
    "standard": (x - x.mean()) / x.std(),
    "robust": (x - np.median(x)) / (q3 - q1),
    "max-abs": x / np.abs(x).max(),
}
scalers = {
    "min-max": preprocessing.MinMaxScaler(),
    "standard": preprocessing.StandardScaler(),
    "robust": preprocessing.RobustScaler(),
    "max-abs": preprocessing.MaxAbsScaler(),
}
for name, scaler in scalers.items():
    x_scaled = scaler.fit_transform(x.reshape(-1, 1)).ravel()
    assert np.allclose(x_scaled, by_hand[name])
    print(f"{name:8}", *(f"{value:7.4f}" for value in x_scaled))
print("scikit-learn and the formulas agree: True")

# pandas divides by n - 1 unless told otherwise
first_with_n_1 = (x[0] - x.mean()) / x.std(ddof=1)
print(f"standard, divided by n - 1: the first value is {first_with_n_1:.4f}")

fig, ax = plt.subplots(figsize=(6.4, 3), layout="constrained")
rows = {"as measured": x, **by_hand}
for row, (values, marker) in enumerate(zip(rows.values(), "os^Dv")):
    ax.plot(values, np.full(6, -row), marker)
ax.axvline(0, linestyle=":", color="grey")
ax.set(xlabel="value", ylim=(-4.5, 0.5))
ax.set_yticks(-np.arange(5), list(rows))
plt.show()

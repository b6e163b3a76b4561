"""The least-squares line in four ways: price by number of rooms."""

import matplotlib.pyplot as plt
import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.linear_model import LinearRegression

X, y = boston_housing_data()
rooms = X[:, 5]
A = np.column_stack([rooms, np.ones_like(rooms)])  # the ones carry the intercept

Q, R = np.linalg.qr(A)
model = LinearRegression().fit(rooms.reshape(-1, 1), y)
solutions = {
    "normal equations": np.linalg.solve(A.T @ A, A.T @ y),
    "QR": np.linalg.solve(R, Q.T @ y),
    "pseudo-inverse": np.linalg.pinv(A) @ y,
    "scikit-learn": np.array([model.coef_[0], model.intercept_]),
}
for name, (slope, intercept) in solutions.items():
    print(f"{name:17} slope {slope:.3f}, intercept {intercept:.3f}")
agree = all(np.allclose(w, solutions["scikit-learn"]) for w in solutions.values())
print("all four agree:", agree)

slope, intercept = solutions["QR"]
residual = y - (slope * rooms + intercept)
at_right_angles = np.allclose(A.T @ residual, 0, atol=1e-7)
print("residuals are at right angles to both columns:", at_right_angles)

some = slice(None, None, 12)
fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
ax.plot(rooms[some], y[some], "o", markersize=4)
ax.plot(rooms, slope * rooms + intercept, linewidth=2, label="least-squares line")
fitted = slope * rooms[some] + intercept
ax.vlines(rooms[some], fitted, y[some], linestyles=":", label="residuals")
ax.set(xlabel="rooms (RM)", ylabel="price ($1000)")
ax.set_title("Every twelfth district and its residual")
ax.legend()
plt.show()

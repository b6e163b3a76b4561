"""Two columns that nearly coincide: which way to the least squares holds?"""

import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(0)
x = rng.normal(size=200)
noise = rng.normal(size=200)
true_weights = np.array([1.0, 2.0])

widths = 10.0 ** -np.arange(1, 8)  # how far apart the two columns are
error = {"normal equations": [], "QR": [], "pseudo-inverse": []}
for width in widths:
    A = np.column_stack([x, x + width * noise])
    y = A @ true_weights  # no noise in y: the answer is known exactly
    Q, R = np.linalg.qr(A)
    solutions = {
        "normal equations": np.linalg.inv(A.T @ A) @ (A.T @ y),
        "QR": np.linalg.solve(R, Q.T @ y),
        "pseudo-inverse": np.linalg.pinv(A) @ y,
    }
    for name, weights in solutions.items():
        error[name].append(np.abs(weights - true_weights).max())

right = {}
for name, errors in error.items():
    right[name] = sum(e < 1e-4 for e in errors)
    print(f"{name:17} four digits right in {right[name]} of {len(widths)} cases")

fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
for (name, errors), style in zip(error.items(), ["o-", "s--", "^:"]):
    ax.loglog(widths, errors, style, label=name)
ax.invert_xaxis()
ax.set(xlabel="distance between the two columns", ylabel="largest error")
ax.set_title("Squaring the matrix costs half the digits")
ax.legend()
plt.show()

"""Two columns that nearly coincide: which way to the least squares holds?"""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression

true_weights = np.array([1.0, 2.0])
distances = 10.0 ** -np.arange(1, 8)  # how far apart the two columns are
methods = ["normal equations", "QR", "pseudo-inverse", "scikit-learn"]


def largest_errors(distance, seed):
    """The largest error of a weight, method by method."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=200)
    A = np.column_stack([x, x + distance * rng.normal(size=200)])
    y = A @ true_weights  # no noise in y: the answer is known exactly
    Q, R = np.linalg.qr(A)
    solutions = [
        np.linalg.inv(A.T @ A) @ (A.T @ y),
        np.linalg.solve(R, Q.T @ y),
        np.linalg.pinv(A) @ y,
        LinearRegression(fit_intercept=False).fit(A, y).coef_,
    ]
    return [np.abs(weights - true_weights).max() for weights in solutions]


def median_errors(distance):
    draws = [largest_errors(distance, seed) for seed in range(20)]
    return np.median(draws, axis=0)


by_distance = np.array([median_errors(distance) for distance in distances])
error = dict(zip(methods, by_distance.T))
right = {}
for name, errors in error.items():
    right[name] = sum(e < 1e-4 for e in errors)
    print(f"{name:17} four digits right at {right[name]} of 7 distances")

fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
for (name, errors), style in zip(error.items(), ["o-", "s--", "^:", "x-."]):
    ax.loglog(distances, errors, style, label=name)
ax.invert_xaxis()
ax.set(xlabel="distance between the two columns", ylabel="error of the weights")
ax.set_title("Median of 20 draws")
ax.legend()
plt.show()

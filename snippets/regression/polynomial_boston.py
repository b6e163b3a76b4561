"""Degrees 1 to 3 on LSTAT, and a straight line after transforming both axes."""

import matplotlib.pyplot as plt
import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.metrics import r2_score

X, y = boston_housing_data()
lstat = X[:, 12]
grid = np.linspace(lstat.min(), lstat.max(), 200)

r2 = {}
fig, (left, right) = plt.subplots(1, 2, figsize=(8, 3.6), layout="constrained")
left.plot(lstat, y, ".", alpha=0.4)
for degree, style in zip([1, 2, 3], [":", "-", "--"]):
    curve = np.polynomial.Polynomial.fit(lstat, y, degree)
    r2[degree] = r2_score(y, curve(lstat))
    print(f"degree {degree}:               R² {r2[degree]:.3f}")
    left.plot(grid, curve(grid), style, lw=2, label=f"degree {degree}")
left.set(xlabel="LSTAT (%)", ylabel="price ($1000)", title="Polynomials")
left.legend()

# Square root of the price by logarithm of LSTAT: here a line will do
line = np.polynomial.Polynomial.fit(np.log(lstat), np.sqrt(y), 1)
r2_transformed = r2_score(np.sqrt(y), line(np.log(lstat)))
r2_dollars = r2_score(y, line(np.log(lstat)) ** 2)
print(f"√price on log(LSTAT):   R² {r2_transformed:.3f} of √price")
print(f"the same, squared again: R² {r2_dollars:.3f} of the price")
right.plot(np.log(lstat), np.sqrt(y), ".", alpha=0.4)
right.plot(np.log(grid), line(np.log(grid)), lw=2)
right.set(xlabel="log(LSTAT)", ylabel="√price", title="A line after transforming")
plt.show()

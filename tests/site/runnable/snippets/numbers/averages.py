"""Averages of a few numbers."""

import numpy as np


def spread(numbers):
    return numbers.max() - numbers.min()


numbers = np.array([1.0, 2.0, 4.0, 8.0])
# Print four of them
print("mean", numbers.mean())
print("median", np.median(numbers))
print("largest", numbers.max())
print("spread", spread(numbers))
assert numbers.mean() > np.median(numbers)

"""What the Boston data do to two of their columns: B and the price."""

import matplotlib.pyplot as plt
import numpy as np
from mlxtend.data import boston_housing_data

X, y = boston_housing_data()
B = X[:, 11]
districts = len(y)

# B = 1000 (Bk - 0.63)² is a parabola: solve it for the share Bk
smaller = 0.63 - np.sqrt(B / 1000)
larger = 0.63 + np.sqrt(B / 1000)
assert np.all(smaller >= 0)
ambiguous = np.sum(larger <= 1)
at_zero = np.sum(B == 396.9)  # 1000 * 0.63²
print(f"districts: {districts}")
print(f"B leaves two shares possible: {ambiguous}")
print(f"B = 396.9, the share is 0:    {at_zero}")

# The price stops at 50, whatever the houses were worth
at_cap = np.sum(y == 50)
print(f"highest price: {y.max():.0f}, reached {at_cap} times")
next_highest = y[y < 50].max()
print(f"next highest:  {next_highest:.1f}")

fig, (left, right) = plt.subplots(1, 2, figsize=(7.6, 3.2), layout="constrained")
share = np.linspace(0, 1, 200)
left.plot(share, 1000 * (share - 0.63) ** 2)
two_shares = larger <= 1
left.plot(smaller[two_shares], B[two_shares], "o", label="this share ...")
left.plot(larger[two_shares], B[two_shares], "x", label="... or this one?")
left.set(xlabel="share of Black residents Bk", ylabel="column B", title="B by Bk")
left.legend()
right.hist(y, bins=np.arange(4.5, 52, 1))
right.set(xlabel="price ($1000)", ylabel="districts", title="Prices end at 50")
plt.show()

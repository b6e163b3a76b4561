"""A straight line by gradient descent: price by number of rooms."""

import matplotlib.pyplot as plt
import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.linear_model import LinearRegression

X, y = boston_housing_data()
rooms = X[:, 5]
x_std = (rooms - rooms.mean()) / rooms.std()
y_std = (y - y.mean()) / y.std()

slope, intercept, learning_rate = 0.0, 0.0, 0.001
cost = []
for _ in range(20):
    error = y_std - (slope * x_std + intercept)
    cost.append(np.sum(error**2) / 2)
    slope += learning_rate * np.sum(error * x_std)
    intercept += learning_rate * np.sum(error)
print(f"cost: {cost[0]:.1f} in epoch 1, {cost[-1]:.1f} in epoch 20")
print(f"slope {slope:.3f}, intercept {abs(intercept):.3f}")

# Five rooms: there into standard units, and back into dollars
x_five = (5 - rooms.mean()) / rooms.std()
price_five = (slope * x_five + intercept) * y.std() + y.mean()
print(f"five rooms: ${price_five:.3f} thousand")

correlation = np.corrcoef(rooms, y)[0, 1]
exact = LinearRegression().fit(x_std.reshape(-1, 1), y_std)
print("same slope as scikit-learn:", np.isclose(slope, exact.coef_[0], atol=1e-5))
print("same as the correlation:   ", np.isclose(slope, correlation, atol=1e-5))

fig, (left, right) = plt.subplots(1, 2, figsize=(7.6, 3.2), layout="constrained")
left.plot(range(1, 21), cost, marker=".")
left.set(xlabel="epoch", ylabel="cost (half the SSE)", title="The cost by epoch")
left.set_ylim(0, 400)
right.plot(x_std, y_std, ".", alpha=0.5)
right.plot(x_std, slope * x_std + intercept, linewidth=2)
right.set(xlabel="rooms (standardised)", ylabel="price (standardised)")
right.set_ylim(-4, 4)
right.set_title("The line after 20 epochs")
plt.show()

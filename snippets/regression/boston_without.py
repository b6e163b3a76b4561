"""What a linear regression loses without the column B, over many splits."""

import matplotlib.pyplot as plt
import numpy as np
from mlxtend.data import boston_housing_data
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split

X, y = boston_housing_data()
without_B = np.delete(X, 11, axis=1)


def test_mse(X, seed):
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=0.3, random_state=seed
    )
    model = LinearRegression().fit(X_train, y_train)
    return np.mean((y_test - model.predict(X_test)) ** 2)


seeds = range(200)
mse = np.array([[test_mse(X, seed), test_mse(without_B, seed)] for seed in seeds])
first = mse[0]
print(f"split 0:    with B {first[0]:.3f}, without B {first[1]:.3f}")
mean = mse.mean(axis=0)
print(f"200 splits: with B {mean[0]:.2f}, without B {mean[1]:.2f}")
spread = mse[:, 0].std()
print(f"standard deviation from split to split: {spread:.2f}")
change = mse[:, 1] - mse[:, 0]
better_without = np.mean(change < 0)
print(f"splits in which it is better without B: {better_without:.2f}")

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
bins = np.linspace(10, 45, 36)
ax.hist(mse[:, 0], bins, alpha=0.6, label="with B")
ax.hist(mse[:, 1], bins, histtype="step", linewidth=2, label="without B")
ax.set(xlabel="test MSE", ylabel="splits", title="200 ways to split the data")
ax.legend()
plt.show()

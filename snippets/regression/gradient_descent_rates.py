"""One line, five learning rates: too small, right, and too large."""

import matplotlib.pyplot as plt
import numpy as np
from mlxtend.data import boston_housing_data

X, y = boston_housing_data()
rooms = X[:, 5]
x_std = (rooms - rooms.mean()) / rooms.std()
y_std = (y - y.mean()) / y.std()
exact = np.corrcoef(rooms, y)[0, 1]


def slopes(learning_rate, epochs=10):
    slope, path = 0.0, [0.0]
    for _ in range(epochs):
        slope += learning_rate * np.sum((y_std - slope * x_std) * x_std)
        path.append(slope)
    return np.array(path)


samples = len(y)
limit = 2 / samples
print(f"{samples} samples: the limit is 2 / {samples} = {limit:.5f}")
rates = [0.0002, 0.001, 1 / samples, 0.0038, 0.0041]
factors = []
fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
for learning_rate, style in zip(rates, ["o-", "s--", "^-.", "v:", "x-"]):
    path = slopes(learning_rate)
    error = path - exact
    factor = 1 - learning_rate * samples
    assert np.allclose(error[1:], factor * error[:-1])
    factors.append(factor)
    print(f"rate {learning_rate:.4f}: error times {factor:+.3f} in each epoch")
    ax.plot(path, style, markersize=4, label=f"{learning_rate:.4f}")
ax.axhline(exact, color="0.6", linewidth=0.8)
ax.set(xlabel="epoch", ylabel="slope", title="Slope by learning rate")
ax.legend(title="learning rate", loc="center left", bbox_to_anchor=(1, 0.5))
plt.show()

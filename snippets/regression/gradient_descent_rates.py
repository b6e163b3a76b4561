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
left_over = {}
styles = ["o-", "s--", "^-.", "v:", "x-"]
fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
for learning_rate, style in zip(
    [0.0002, 0.001, 1 / samples, 0.0038, 0.0041], styles
):
    path = slopes(learning_rate)
    left_over[round(learning_rate, 4)] = abs(path[-1] - exact) / exact
    per_step = 1 - learning_rate * samples
    measured = (path[2] - exact) / (path[1] - exact) if abs(per_step) > 1e-9 else 0
    assert np.isclose(measured, per_step)
    print(f"rate {learning_rate:.4f}: a step leaves {per_step:+.3f} of the error")
    ax.plot(path, style, markersize=4, label=f"{learning_rate:.4f}")
ax.axhline(exact, color="0.6", linewidth=0.8)
ax.set(xlabel="epoch", ylabel="slope", title="Slope by learning rate")
ax.legend(title="learning rate", loc="center left", bbox_to_anchor=(1, 0.5))
plt.show()

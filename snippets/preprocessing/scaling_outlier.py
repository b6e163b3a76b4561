"""One outlier, and how much room each scaler leaves for the other values."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn import preprocessing

x = np.array([0, 1, 2, 3, 4, 100.0])
scalers = {
    "min-max": preprocessing.MinMaxScaler(),
    "standard": preprocessing.StandardScaler(),
    "robust": preprocessing.RobustScaler(),
    "max-abs": preprocessing.MaxAbsScaler(),
}
room, outlier = {}, {}  # from 0 to 4, and where 100 goes
fig, axes = plt.subplots(4, 1, figsize=(6.4, 3.6), layout="constrained")
for ax, (name, scaler) in zip(axes, scalers.items()):
    x_scaled = scaler.fit_transform(x.reshape(-1, 1)).ravel()
    room[name], outlier[name] = x_scaled[4] - x_scaled[0], x_scaled[5]
    print(f"{name:8}  0 to 4: {room[name]:.3f}, outlier: {outlier[name]:7.3f}")
    ax.plot(x_scaled[:5], np.zeros(5), "o", x_scaled[5:], [0], "x")
    ax.set(ylabel=name, yticks=[], xlim=(-2, 3))
    ax.yaxis.label.set(rotation=0, ha="right", va="center")
plt.show()

assert room["robust"] > 10 * room["min-max"]
ratio = {name: outlier[name] / room[name] for name in scalers}
print("outlier / room:", *(f"{value:.1f}" for value in ratio.values()))

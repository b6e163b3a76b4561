"""Training error falls with every degree; the error on points left out does not."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import LeaveOneOut, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

x = np.array([258.0, 270, 294, 320, 342, 368, 396, 446, 480, 586])
y = np.array([236.4, 234.4, 252.8, 298.6, 314.2, 342.2, 360.8, 368, 391.2, 390.8])
column = x.reshape(-1, 1)

degrees = range(1, 6)
training, left_out, last_point = {}, {}, {}
for degree in degrees:
    model = make_pipeline(
        StandardScaler(),
        PolynomialFeatures(degree, include_bias=False),
        LinearRegression(),
    )
    y_pred = model.fit(column, y).predict(column)
    training[degree] = np.mean((y - y_pred) ** 2)
    # Each point predicted by a model that was fitted to the other nine
    error = y - cross_val_predict(model, column, y, cv=LeaveOneOut())
    left_out[degree] = np.mean(error**2)
    last_point[degree] = abs(error[-1])
    print(
        f"degree {degree}: training MSE {training[degree]:4.0f}, points left out "
        f"{left_out[degree]:6.0f}, error at x = 586 {error[-1]:+5.0f}"
    )
best = min(left_out, key=left_out.get)
print("best degree for points left out:", best)

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.semilogy(degrees, training.values(), "o-", label="training MSE")
ax.semilogy(degrees, left_out.values(), "s--", label="MSE of points left out")
ax.set(xlabel="degree", ylabel="MSE", xticks=degrees, title="Which degree?")
ax.legend()
plt.show()

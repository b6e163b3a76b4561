"""Examples get from the runtime's scikit-learn what they get from the book's."""

SOURCE = """\
import warnings
import numpy as np
from sklearn.linear_model import LinearRegression, LogisticRegression

rng = np.random.default_rng(0)
X = rng.normal(size=(60, 5))
y = X[:, 0] + 0.1 * rng.normal(size=60) > 0
warnings.simplefilter("error")
for ratio in (0, 1):
    model = LogisticRegression(C=0.1, l1_ratio=ratio, solver="liblinear").fit(X, y)
    print(np.count_nonzero(model.coef_), model.penalty == "l2", model.l1_ratio)

near = np.column_stack([X[:, 0], X[:, 0] + 1e-9 * X[:, 1]])
print(LinearRegression(fit_intercept=False).fit(near, X[:, 0]).rank_)
"""


def test_a_share_of_l1_and_nearly_equal_columns_mean_the_same(ask):
    found = ask("run.run", {"id": "a", "filename": "a.py", "source": SOURCE})
    assert found["error"] == ""
    none, all_of_it, rank = found["output"].splitlines()
    assert none == "5 True 0" and all_of_it.endswith("True 1") and int(all_of_it[0]) < 5
    assert rank == "1"

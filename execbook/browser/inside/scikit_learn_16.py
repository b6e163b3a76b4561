"""Let examples have from the runtime's scikit-learn what the book's gives.

Of what examples use, 1.6 differs in two places. `LogisticRegression` takes no notice of `l1_ratio` unless the
penalty is named, which since 1.8 need not be. `LinearRegression` takes singular values for rounding below a
share of machine precision, where the book's takes those below its `tol`.
"""

from __future__ import annotations

import functools
from types import SimpleNamespace
from typing import Any

CUT = 1e-6
"""Singular values below this share of the largest count as zero: the default `tol` of `LinearRegression`."""


def adapt() -> None:
    """Supply what is missing. Does nothing with a newer version, or the second time."""
    import sklearn
    from sklearn.linear_model import LogisticRegression, _base

    if not sklearn.__version__.startswith("1.6.") or hasattr(LogisticRegression.fit, "adapted"):
        return
    by_name = LogisticRegression.fit

    @functools.wraps(by_name)
    def fit(model: Any, *data: Any, **named: Any) -> Any:
        penalty, ratio = model.penalty, model.l1_ratio
        if penalty == "l2" and ratio is not None:
            by_ratio = {0: ("l2", None), 1: ("l1", None)}
            model.penalty, model.l1_ratio = by_ratio.get(ratio, ("elasticnet", ratio))
        try:
            return by_name(model, *data, **named)
        finally:
            model.penalty, model.l1_ratio = penalty, ratio

    vars(fit)["adapted"] = True
    LogisticRegression.fit = fit
    solve = _base.linalg.lstsq
    # of scipy.linalg it uses this alone
    _base.linalg = SimpleNamespace(lstsq=lambda X, y, cond=None: solve(X, y, cond=CUT))

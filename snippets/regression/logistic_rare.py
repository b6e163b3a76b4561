"""The rarer the positive class, the less accuracy and AUC say."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score

accuracy_by_share, never, auc_by_share, precision_by_share = {}, {}, {}, {}
for share in (0.5, 0.1, 0.01):
    results = []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        y = (rng.random(20_000) < share).astype(int)
        X = rng.normal(size=(20_000, 2)) + 1.5 * y[:, None]
        model = LogisticRegression().fit(X[:10_000], y[:10_000])
        p, y_test = model.predict_proba(X[10_000:])[:, 1], y[10_000:]
        results.append(
            [
                np.mean((p >= 0.5) == y_test),
                np.mean(y_test == 0),
                roc_auc_score(y_test, p),
                average_precision_score(y_test, p),
            ]
        )
    name = f"{share:.0%}"
    means = np.mean(results, axis=0)
    accuracy_by_share[name], never[name], auc_by_share[name] = means[:3]
    precision_by_share[name] = means[3]
    print(f"positive {name:3}  accuracy {means[0]:.3f}", end="  ")
    print(f"(always negative {means[1]:.3f})  AUC {means[2]:.3f}", end="  ")
    print(f"average precision {means[3]:.3f}")

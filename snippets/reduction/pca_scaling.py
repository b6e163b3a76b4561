"""The first principal component of wine, with and without standardisation."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

wine = load_wine()
X, y = wine.data, wine.target
proline_share = (
    X.var(axis=0)[wine.feature_names.index("proline")] / X.var(axis=0).sum()
)
print(f"share of proline in the total variance: {proline_share:.4f}")

pipelines = {
    "as measured": make_pipeline(PCA(n_components=2)),
    "standardised": make_pipeline(StandardScaler(), PCA(n_components=2)),
}
share, scores = {}, {}
fig, axes = plt.subplots(1, 2, figsize=(7.6, 3.2), layout="constrained")
for ax, (name, pipeline) in zip(axes, pipelines.items()):
    Z = pipeline.fit_transform(X)
    weights = np.abs(pipeline[-1].components_[0])
    share[name] = pipeline[-1].explained_variance_ratio_[0]
    print(f"{name}: PC 1 explains {share[name]:.4f}, largest weight")
    print(f"    {weights.max():.3f} of {wine.feature_names[weights.argmax()]}")
    for label, marker in enumerate("osx"):
        ax.plot(*Z[y == label].T, marker, markersize=4)
    ax.set(xlabel="PC 1", ylabel="PC 2", title=name)

    # Classify by the two components, on twenty splits
    model = make_pipeline(pipeline, StandardScaler(), LogisticRegression())
    scores[name] = []
    for seed in range(20):
        X_train, X_test, y_train, y_test = train_test_split(
            X, y, test_size=0.3, random_state=seed, stratify=y
        )
        scores[name].append(model.fit(X_train, y_train).score(X_test, y_test))
plt.show()

accuracy = {name: np.mean(values) for name, values in scores.items()}
for name, values in scores.items():
    print(f"{name:12}  test accuracy {min(values):.2f} to {max(values):.2f}")
assert min(scores["standardised"]) > max(scores["as measured"])

"""The mean silhouette coefficient for k = 1 to 8, on the blobs and on Iris."""

from sklearn.cluster import KMeans
from sklearn.datasets import load_iris, make_blobs
from sklearn.metrics import silhouette_score

X_blobs, _ = make_blobs(n_samples=150, centers=3, cluster_std=0.5, random_state=0)
X_iris, _ = load_iris(return_X_y=True)

best, score = {}, {}
for name, X in {"blobs": X_blobs, "iris": X_iris}.items():
    score[name] = {}
    for k in range(2, 9):
        labels = KMeans(k, n_init=10, random_state=0).fit_predict(X)
        score[name][k] = silhouette_score(X, labels)
    best[name] = max(score[name], key=score[name].get)
    print(
        f"{name:6}",
        *(f"{s:.2f}" for s in score[name].values()),
        f" k = {best[name]}",
    )

labels = KMeans(1, n_init=1, random_state=0).fit_predict(X_blobs)
try:
    silhouette_score(X_blobs, labels)
except ValueError as error:
    message = str(error)
assert "Number of labels is 1" in message
print(f"k = 1: {message}")

"""k-means on the Wine data, as measured and standardised."""

from sklearn.cluster import KMeans
from sklearn.datasets import load_wine
from sklearn.metrics import adjusted_rand_score
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True, as_frame=True)
variance_share = X.var() / X.var().sum()
largest = variance_share.idxmax()
largest_share = variance_share.max()
print(f"{largest}: {largest_share:.1%} of the total variance")

agreement = {}
data = {"as measured": X, "standardised": StandardScaler().fit_transform(X)}
for name, X_used in data.items():
    labels = KMeans(n_clusters=3, n_init=10, random_state=0).fit_predict(X_used)
    agreement[name] = adjusted_rand_score(y, labels)
    print(f"{name:12}  adjusted Rand index {agreement[name]:.2f}")

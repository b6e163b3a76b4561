"""How much does a scaler that has seen the test data change the test accuracy?"""

from sklearn.datasets import load_wine
from sklearn.model_selection import ShuffleSplit, cross_val_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = load_wine(return_X_y=True)
splits = ShuffleSplit(n_splits=100, test_size=0.3, random_state=0)
knn = KNeighborsClassifier()

# Wrong: the scaler has seen all samples before they are split
X_std = StandardScaler().fit_transform(X)
leaked = cross_val_score(knn, X_std, y, cv=splits).mean()

# Right: the pipeline fits its scaler to the training samples of each split
model = make_pipeline(StandardScaler(), knn)
honest = cross_val_score(model, X, y, cv=splits).mean()

difference = leaked - honest
print(f"mean test accuracy of 100 splits: {leaked:.3f} and {honest:.3f}")
print(f"difference: {difference:.3f}")
assert abs(difference) < 0.005

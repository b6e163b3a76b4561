"""Images of digits, taken apart into principal components and rebuilt."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_test = train_test_split(X, test_size=0.5, random_state=0, stratify=y)
pca = PCA(svd_solver="full").fit(X_train)


def rebuilt(images, k):
    """The mean image, plus k components times the coordinates of each image."""
    coordinates = (images - pca.mean_) @ pca.components_[:k].T
    return pca.mean_ + coordinates @ pca.components_[:k]


numbers = [0, 5, 10, 20, 40, 64]
kept, error = {}, {}
for k in numbers:
    kept[k] = pca.explained_variance_ratio_[:k].sum()
    error[k] = np.sqrt(np.mean((X_test - rebuilt(X_test, k)) ** 2))
    print(f"{k:2} components: {kept[k]:4.0%} of the variance, error {error[k]:.2f}")
two = PCA(20, svd_solver="full").fit(X_train)
same = np.allclose(
    two.inverse_transform(two.transform(X_test)), rebuilt(X_test, 20)
)
print("same as inverse_transform:", same)

fig, axes = plt.subplots(3, 6, figsize=(7, 3.9), layout="constrained")
for column, k in enumerate(numbers):
    component = pca.components_[column].reshape(8, 8)
    axes[0, column].imshow(component, cmap="coolwarm", vmin=-0.4, vmax=0.4)
    axes[0, column].set_title(f"component {column + 1}", fontsize=9)
    for row in [1, 2]:
        image = rebuilt(X_test[row - 1 : row], k)[0]
        axes[row, column].imshow(image.reshape(8, 8), cmap="gray", vmin=0, vmax=16)
    axes[1, column].set_title(f"k = {k}", fontsize=9)
for ax in axes.flat:
    ax.set(xticks=[], yticks=[])
plt.show()

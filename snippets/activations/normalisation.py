"""The net inputs of twenty ReLU layers: plain, and normalised along either axis."""

import matplotlib.pyplot as plt
import numpy as np


def plain(Z):
    return Z


def batch_norm(Z):  # each unit, over the samples
    return (Z - Z.mean(axis=0)) / Z.std(axis=0)


def layer_norm(Z):  # each sample, over the units
    return (Z - Z.mean(axis=1, keepdims=True)) / Z.std(axis=1, keepdims=True)


X = np.random.default_rng(0).normal(size=(200, 100))  # 200 samples
kinds = [plain, batch_norm, layer_norm]
size, one_sided = {}, {}
print("layer 20        standard deviation  one sign")
fig, axes = plt.subplots(1, 2, figsize=(7, 3), layout="constrained")
for factor in [1, 2, 4]:  # the variance of the weights, times n
    for normalise, style in zip(kinds, ["-", "--", ":"]):
        rng = np.random.default_rng(1)  # the same weights each time
        A, sizes, shares = X, [], []
        for _ in range(20):
            W = rng.normal(0, np.sqrt(factor / 100), (100, 100))
            Z = normalise(A @ W)
            A = np.maximum(0, Z)  # ReLU
            sizes.append(Z.std())
            positive = np.mean(Z > 0, axis=0)  # the share of samples, by unit
            shares.append(np.mean((positive == 0) | (positive == 1)))
        name = normalise.__name__.replace("_", " ")
        size[name, factor], one_sided[name, factor] = sizes[-1], shares[-1]
        print(f"{factor}/n {name:10}  {sizes[-1]:18.3f}  {shares[-1]:8.0%}")
        if factor == 2:
            axes[1].plot(range(1, 21), shares, style, label=name)
        if normalise is plain:
            axes[0].plot(range(1, 21), sizes, lw=factor, label=f"plain, {factor}/n")
        elif factor == 2:
            axes[0].plot(range(1, 21), sizes, style, label=f"{name}, 2/n")
axes[0].set(
    xlabel="layer", ylabel="standard deviation", yscale="log", ylim=(1e-4, 1e11)
)
axes[1].set(xlabel="layer", ylabel="units with one sign", ylim=(0, 1))
for ax in axes:
    ax.legend(loc="upper left")
plt.show()

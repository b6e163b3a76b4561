"""The net inputs of ten ReLU layers, by the variance of the weights."""

import matplotlib.pyplot as plt
import numpy as np

n, depth = 256, 10
factors = [1, 2, 3]  # the variance of the weights, times n


def net_inputs(factor, seed):
    rng = np.random.default_rng(seed)
    A = rng.normal(size=(200, n))  # 200 samples
    layers = []
    for _ in range(depth):
        Z = A @ rng.normal(0, np.sqrt(factor / n), (n, n))
        layers.append(Z)
        A = np.maximum(0, Z)  # ReLU
    return layers


size, expected = {}, {}
fig, axes = plt.subplots(
    1, 3, figsize=(7, 2.9), sharex=True, sharey=True, layout="constrained"
)
print("variance   mean square of z in layer 1   in layer 10   expected")
for ax, factor in zip(axes, factors):
    layers = net_inputs(factor, seed=0)
    size[factor] = [np.mean(Z**2) for Z in layers]
    expected[factor] = factor * (factor / 2) ** (depth - 1)
    print(
        f"{factor:6}/n {size[factor][0]:29.2f} {size[factor][-1]:13.3f} "
        f"{expected[factor]:10.3f}"
    )
    for layer, style in [(1, "-"), (4, "--"), (10, ":")]:
        counts, edges = np.histogram(
            layers[layer - 1], bins=60, range=(-6, 6), density=True
        )
        ax.plot(edges[:-1] + 0.1, counts, style, label=f"layer {layer}")
    ax.set(title=f"variance {factor}/n", xlabel="net input z", ylim=(0, 1.2))
axes[0].set_ylabel("density")
axes[1].legend()
plt.show()

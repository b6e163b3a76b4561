"""How much of the signal and of the gradient is left after thirty layers."""

import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit

stacks = {  # function, slope (from its output), variance of the weights; n = 100
    "logistic, 1/n": (expit, lambda a: a * (1 - a), 1 / 100),
    "logistic, 16/n": (expit, lambda a: a * (1 - a), 16 / 100),
    "tanh, 1/n": (np.tanh, lambda a: 1 - a**2, 1 / 100),
    "ReLU, 1/n": (lambda z: np.maximum(0, z), lambda a: a > 0, 1 / 100),
    "ReLU, 2/n": (lambda z: np.maximum(0, z), lambda a: a > 0, 2 / 100),
}


def sizes_by_layer(phi, slope, variance, seed, depth=30, units=100):
    rng = np.random.default_rng(seed)
    A = [rng.normal(size=(100, units))]  # 100 samples
    weights = rng.normal(0, np.sqrt(variance), (depth, units, units))
    for W in weights:
        A.append(phi(A[-1] @ W))
    gradient = rng.normal(size=A[-1].shape)  # as if it came from a loss
    gradients = [np.linalg.norm(gradient)]
    for W, A_out in zip(weights[::-1], A[:0:-1]):
        gradient = gradient * slope(A_out) @ W.T
        gradients.append(np.linalg.norm(gradient))
    signals = [a.std(axis=0).mean() for a in A]  # how much the samples differ
    signals = np.maximum(signals, 1e-14)  # less is nothing but rounding errors
    return signals / signals[0], np.array(gradients) / gradients[0]


signal_left, share_left = {}, {}
print("after 30 layers: share of the signal   share of the gradient")
fig, axes = plt.subplots(1, 2, figsize=(7, 3.8), sharey=True, layout="constrained")
for (name, stack), style in zip(stacks.items(), ["-", "--", "-.", ":", "+-"]):
    runs = [sizes_by_layer(*stack, seed) for seed in range(5)]
    signal_left[name], share_left[name] = np.median(runs, axis=0)
    print(f"{name:15} {signal_left[name][-1]:19.0e} {share_left[name][-1]:23.0e}")
    axes[0].plot(signal_left[name], style, label=name)
    axes[1].plot(share_left[name], style, label=name)
quarters = 0.25 ** np.arange(31)
axes[1].plot(quarters, color="gray", linewidth=0.8, label="0.25 a layer")
axes[0].set(
    title="Forward: the signal", xlabel="layers passed", ylabel="share left"
)
axes[1].set(title="Backward: the gradient", xlabel="layers passed on the way back")
axes[0].set_yscale("log")
axes[0].set_yticks([1, 1e-6, 1e-12, 1e-18], ["1", "1e-6", "1e-12", "1e-18"])
handles, labels = axes[1].get_legend_handles_labels()
fig.legend(handles, labels, loc="outside lower center", ncols=3)
plt.show()

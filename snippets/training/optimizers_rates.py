"""How many steps SGD, momentum and Adam need, over a range of learning rates."""

import matplotlib.pyplot as plt
import numpy as np

CURVATURE = np.array([1.0, 100.0])
START, MOST_STEPS, GOAL = np.array([-9.0, 1.0]), 500, 1e-3
rates = np.geomspace(0.0005, 5, 161)


def steps_needed(optimizer):
    w = np.tile(START, (len(rates), 1))  # one walker for each rate
    m, v = np.zeros_like(w), np.zeros_like(w)
    needed = np.full(len(rates), np.nan)
    rate = rates[:, None]
    for step in range(1, MOST_STEPS + 1):
        g = CURVATURE * w
        if optimizer == "SGD":
            w = w - rate * g
        elif optimizer == "momentum":
            m = 0.9 * m - rate * g
            w = w + m
        else:
            m = 0.9 * m + 0.1 * g
            v = 0.999 * v + 0.001 * g**2
            m_hat, v_hat = m / (1 - 0.9**step), v / (1 - 0.999**step)
            w = w - rate * m_hat / (np.sqrt(v_hat) + 1e-7)
        w = np.clip(w, -1e6, 1e6)  # so far out a walker is lost
        loss = np.sum(CURVATURE * w**2, axis=-1) / 2
        needed[np.isnan(needed) & (loss < GOAL)] = step
    return needed


fewest, arrived = {}, {}
fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
for name, style in {"SGD": "-", "momentum": "--", "Adam": ":"}.items():
    needed = steps_needed(name)
    fewest[name] = int(np.nanmin(needed))
    arrived[name] = rates[~np.isnan(needed)][[0, -1]]
    print(
        f"{name:8} fewest steps {fewest[name]:3}, "
        f"arrives for rates {arrived[name][0]:.4f} to {arrived[name][1]:.4f}"
    )
    ax.semilogx(rates, needed, style, label=name)
ax.axvline(2 / CURVATURE.max(), color="grey", linewidth=0.8)
ax.set(
    xlabel="learning rate",
    ylabel="steps needed",
    ylim=(0, MOST_STEPS),
    title="Steps to the bottom of the ravine",
)
ax.legend()
plt.show()

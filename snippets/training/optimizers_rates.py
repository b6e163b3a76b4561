"""How many steps SGD, momentum and Adam need, over a range of learning rates."""

import matplotlib.pyplot as plt
import numpy as np

CURVATURE = np.array([1.0, 100.0])
START, MOST_STEPS, GOAL = np.array([-9.0, 1.0]), 500, 1e-3
rates = np.geomspace(0.0005, 5, 161)


def steps_needed(optimizer, start):
    """For each rate the steps after which the loss stays below the goal, or nan."""
    w = np.tile(start, (len(rates), 1))  # one row for each learning rate
    m, v = np.zeros_like(w), np.zeros_like(w)
    last_above = np.zeros(len(rates))
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
        w = np.clip(w, -1e6, 1e6)  # a row that diverges stays finite
        last_above[np.sum(CURVATURE * w**2, axis=1) / 2 >= GOAL] = step
    return np.where(last_above < MOST_STEPS, last_above + 1, np.nan)


starts = np.random.default_rng(0).uniform([-10, -1.5], [5, 1.5], (20, 2))
fewest, lowest_rate, highest_rate, elsewhere = {}, {}, {}, {}
fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
for name, style in {"SGD": "-", "momentum": "--", "Adam": ":"}.items():
    needed = steps_needed(name, START)
    fewest[name] = int(np.nanmin(needed))
    lowest_rate[name], highest_rate[name] = rates[~np.isnan(needed)][[0, -1]]
    others = [np.nanmin(steps_needed(name, start)) for start in starts]
    elsewhere[name] = int(np.median(others))
    print(
        f"{name:8} converges for rates {lowest_rate[name]:.4f} to "
        f"{highest_rate[name]:.4f}, fewest steps {fewest[name]:3} "
        f"(median of 20 other starts: {elsewhere[name]:3})"
    )
    ax.semilogx(rates, needed, style, label=name)
ax.axvline(2 / CURVATURE.max(), color="grey", linewidth=0.8)
ax.set(xlabel="learning rate", ylabel="steps needed", ylim=(0, MOST_STEPS))
ax.set_title("Steps to the bottom of the ravine")
ax.legend()
plt.show()

"""Halve a number until it is small."""

import matplotlib.pyplot as plt


def halve(number, limit=1):
    steps = [number]
    while steps[-1] > limit:
        steps.append(steps[-1] / 2)
    return steps


# Halve 100
steps = halve(100)
count = len(steps) - 1
print(f"{count} steps, then {steps[-1]:.2f} <&>")

fig, ax = plt.subplots(figsize=(6, 3.2))
ax.plot(steps, label="number")
ax.set(xlabel="step", title="Halving")
ax.legend()
plt.show()

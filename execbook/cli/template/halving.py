"""Halve a number until it is small."""

import matplotlib.pyplot as plt

number = 1.0
halves = [number]
while number > 0.01:
    number = number / 2
    halves.append(number)
steps = len(halves) - 1
print(f"{steps} steps")

plt.plot(halves, "o-")
plt.xlabel("steps")
plt.ylabel("number")
plt.show()

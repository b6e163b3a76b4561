"""What the soft argmax does with a tie, and with a negative temperature."""

import numpy as np
from scipy.special import softmax


def show(name, p):
    print(f"{name:20}", *(f"{value:.4f}" for value in p))


tie = np.array([2.0, 1.0, 2.0])
show("tie, argmax", np.eye(3)[np.argmax(tie)])
show("tie, T = 0.01", softmax(tie / 0.01))

z = np.array([1.78, 0.76, 1.65])
show("T = -1", softmax(z / -1))
show("T = -0.01", softmax(z / -0.01))
smallest = int(np.argmin(z))
found = int(np.argmax(softmax(z / -0.01)))
print("argmin:", smallest, " largest share with T = -0.01:", found)

"""Label smoothing keeps logits finite: where is the loss lowest?"""

import numpy as np
from scipy.special import log_softmax


def cross_entropy(y, gap):
    """The loss if the logit of the true class is ahead of the others by a gap."""
    return -(y * log_softmax([gap, 0, 0])).sum()


gaps = np.linspace(0, 30, 3001)
lowest = {}
for smoothing in [0, 0.01, 0.1]:
    y = (1 - smoothing) * np.array([1, 0, 0]) + smoothing / 3
    losses = [cross_entropy(y, gap) for gap in gaps]
    lowest[smoothing] = float(gaps[np.argmin(losses)])
    print(f"smoothing {smoothing:4}: target {y.round(3)}")
    if smoothing > 0:
        entropy = -(y * np.log(y)).sum()
        print(
            f"  lowest at a gap of {lowest[smoothing]:.2f}, log(y1 / y2)", end=" "
        )
        print(f"= {np.log(y[0] / y[1]):.2f}; loss {min(losses):.4f}")
        print(f"  entropy of the target {entropy:.4f}")
    else:
        print(f"  lowest at the end of the range, {lowest[smoothing]:.0f}")

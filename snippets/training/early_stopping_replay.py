"""Apply a patience to a recorded validation loss, and see where it stops."""

import matplotlib.pyplot as plt
import numpy as np

# Record the validation loss of a linear model that is trained with mini-batches
rng = np.random.default_rng(3)
X, true_w = rng.normal(size=(70, 40)), rng.normal(size=40) / 3
y = X @ true_w + 1.5 * rng.normal(size=70)
w, val_loss = np.zeros(40), []
for _ in range(100):
    for batch in rng.permutation(40).reshape(8, 5):
        w -= 0.05 * X[batch].T @ (X[batch] @ w - y[batch]) / len(batch)
    val_loss.append(np.mean((X[40:] @ w - y[40:]) ** 2))

patience = 5
waited, lowest, kept, stop = 0, np.inf, 0, len(val_loss)
for epoch, loss in enumerate(val_loss, start=1):
    if loss < lowest:
        waited, lowest, kept = 0, loss, epoch
    else:
        waited += 1
    if waited == patience:
        stop = epoch
        break
gap = lowest - min(val_loss)
print(f"stopped after epoch {stop}; the best so far is epoch {kept}")
print(f"its loss is {gap:.3f} above the smallest of all 100 epochs")

fig, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
ax.plot(range(1, 101), val_loss, color="0.7")
ax.plot(range(1, stop + 1), val_loss[:stop], label="validation loss")
ax.plot(kept, lowest, "o", label="best epoch")
ax.axvline(stop, color="black", linestyle=":", label="last epoch")
ax.set(xlabel="epoch", ylabel="loss", ylim=(5.5, 9))
ax.legend(loc="lower right")
plt.show()

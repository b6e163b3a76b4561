"""take and skip let test samples leak into training when the order changes."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

samples = tf.data.Dataset.range(150)


def leaked_share(reshuffle, epochs=8):
    """The share of the test samples that training has seen, after each epoch."""
    tf.keras.utils.set_random_seed(1)
    shuffled = samples.shuffle(150, reshuffle_each_iteration=reshuffle)
    train, test = shuffled.take(100), shuffled.skip(100)
    seen, shares = set(), []
    for _ in range(epochs):
        seen.update(train.as_numpy_iterator())
        leaked = [sample in seen for sample in test.as_numpy_iterator()]
        shares.append(np.mean(leaked))
    return shares


epochs = np.arange(1, 9)
expected = 1 - (1 / 3) ** epochs
leak = {"reshuffled": leaked_share(True), "fixed order": leaked_share(False)}
for name, shares in {**leak, "expected": expected}.items():
    print(f"{name:11}", *(f"{share:.2f}" for share in shares))

# Split first, then shuffle the training part alone
tf.keras.utils.set_random_seed(1)
shuffled = samples.shuffle(150, reshuffle_each_iteration=False)
train, test = shuffled.take(100).shuffle(100), shuffled.skip(100)
first, second = list(train.as_numpy_iterator()), list(train.as_numpy_iterator())
held_out = set(test.as_numpy_iterator())
other_order = first != second
separate = held_out.isdisjoint(first + second)
print(f"split first: another order {other_order}, separate {separate}")

fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
ax.plot(epochs, leak["reshuffled"], "o-", label="order changes every epoch")
ax.plot(epochs, expected, ":", label="expected: 1 − (1/3)ᵏ")
ax.plot(epochs, leak["fixed order"], "s--", label="order stays")
ax.set(xlabel="epoch", ylabel="share of test samples seen")
ax.set(title="Test samples that training has seen", ylim=(-0.05, 1.05))
ax.legend(loc="center right")
plt.show()

"""Five linear layers in a row compute what a single matrix computes."""

from itertools import pairwise

import numpy as np

rng = np.random.default_rng(0)
X = rng.normal(size=(100, 4))  # 100 samples with four features
sizes = [4, 8, 8, 8, 8, 3]
weights = [rng.normal(size=(m, n)) / np.sqrt(m) for m, n in pairwise(sizes)]
biases = [rng.normal(size=n) for n in sizes[1:]]

# Send the samples through the five layers
A = X
for W, b in zip(weights, biases):
    A = A @ W + b

# Put the same five layers together into one
W_one, b_one = np.eye(4), np.zeros(4)
for W, b in zip(weights, biases):
    W_one, b_one = W_one @ W, b_one @ W + b

# Compare
parameters_five = sum(W.size + b.size for W, b in zip(weights, biases))
parameters_one = W_one.size + b_one.size
difference = np.abs(A - (X @ W_one + b_one)).max()
print(f"parameters of the five layers:  {parameters_five}")
print(f"parameters of the single layer: {parameters_one}")
print(f"outputs differ by less than 1e-12: {difference < 1e-12}")

"""The best straight line through XOR samples, found by trying them all."""

import numpy as np


def sample_xor(n, rng):
    X = rng.uniform(-1, 1, (n, 2))
    return X, X[:, 0] * X[:, 1] < 0  # XOR: the signs differ


def best_line(X, y):
    best_accuracy, best = 0, None
    for degrees in range(360):
        direction = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
        position = X @ direction
        for threshold in position:
            accuracy = np.mean((position > threshold) == y)
            if accuracy > best_accuracy:
                best_accuracy, best = accuracy, (direction, threshold)
    return best_accuracy, best


train_accuracy, test_accuracy = [], []
print("best line   training accuracy   test accuracy")
for data_seed in range(3):
    rng = np.random.default_rng(data_seed)
    X, y = sample_xor(200, rng)
    X_test, y_test = sample_xor(20_000, rng)
    accuracy, (direction, threshold) = best_line(X, y)
    y_pred = X_test @ direction > threshold
    train_accuracy.append(accuracy)
    test_accuracy.append(np.mean(y_pred == y_test))
    print(f"data seed {data_seed} {accuracy:18.3f} {test_accuracy[-1]:15.3f}")

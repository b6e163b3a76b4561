"""Three formulas for tanh at large net inputs: one of them has no answer there."""

import warnings

import numpy as np


def quotient(z):
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


def rescaled_logistic(z):
    return 2 / (1 + np.exp(-2 * z)) - 1


def evaluate(function, z):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        values = function(z)
    return values, sorted({str(warning.message) for warning in caught})


z = np.array([-800.0, -1.0, 1.0, 800.0])
for function in [quotient, rescaled_logistic, np.tanh]:
    values, messages = evaluate(function, z)
    print(f"{function.__name__:18}", *(f"{value:8.4f}" for value in values))
    for message in messages:
        print("   warning:", message)

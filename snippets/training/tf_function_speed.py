"""Where a graph saves time: many small operations, and where it does not."""

from time import perf_counter

import numpy as np
import tensorflow as tf


def many_small(x):
    for _ in range(200):
        x = tf.sin(x) + 1.0
    return x


def one_large(x):
    return tf.linalg.matmul(x, x)


def times_as_long(function, other, x):
    function(x), other(x)  # makes the graph
    times = []
    for _ in range(30):  # in turns: what slows the computer down slows both
        start = perf_counter()
        function(x).numpy()
        middle = perf_counter()
        other(x).numpy()
        times.append([middle - start, perf_counter() - middle])
    shortest, shortest_other = np.min(times, axis=0)
    return shortest / shortest_other


small, large = tf.ones(10), tf.ones((1000, 1000))
for function, x in [(many_small, small), (one_large, large)]:
    twice_as_fast = times_as_long(function, tf.function(function), x) > 2
    print(f"{function.__name__}: graph more than twice as fast: {twice_as_fast}")

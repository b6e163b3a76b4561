"""Where a graph saves time: many small operations, and where it does not."""

from time import perf_counter

import tensorflow as tf


def many_small(x):
    for _ in range(200):
        x = tf.sin(x) + 1.0
    return x


def one_large(x):
    return tf.linalg.matmul(x, x)


def seconds(function, x):
    function(x)  # makes the graph
    times = []
    for _ in range(20):
        start = perf_counter()
        function(x).numpy()
        times.append(perf_counter() - start)
    return min(times)


small, large = tf.ones(10), tf.ones((1000, 1000))
for function, x in [(many_small, small), (one_large, large)]:
    twice_as_fast = seconds(function, x) > 2 * seconds(tf.function(function), x)
    print(f"{function.__name__}: graph more than twice as fast: {twice_as_fast}")

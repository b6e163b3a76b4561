"""Waiting for data: a batch takes 40 ms to read and 20 ms to train on."""

from time import perf_counter, sleep

import tensorflow as tf

BATCHES = 10
reads = set()


def read(i):
    sleep(0.04)  # stands for a slow disk
    reads.add(int(i))
    return i


def read_batch(i):
    return tf.py_function(read, [i], tf.int64)


def reads_ahead(dataset):
    reads.clear()
    iterator = iter(dataset)
    next(iterator)
    sleep(0.3)  # a long update
    return len(reads) > 1


def seconds(dataset, epochs=1):
    start = perf_counter()
    for _ in range(epochs):
        for _ in dataset:
            sleep(0.02)  # stands for an update
    return perf_counter() - start


numbers = tf.data.Dataset.range(BATCHES)
batches = numbers.map(read_batch)
switched_off = tf.data.Options()
switched_off.experimental_optimization.inject_prefetch = False

print("the next batch is read during an update")
print("  with prefetch:         ", reads_ahead(batches.prefetch(2)))
print("  without:               ", reads_ahead(batches))
print("  optimisation off, too: ", reads_ahead(batches.with_options(switched_off)))

parallel = numbers.map(read_batch, num_parallel_calls=4)
print("faster by more than a fifth")
print(
    "  prefetch:              ",
    seconds(batches.prefetch(2)) < 0.8 * seconds(batches),
)
print("  four reads at a time:  ", seconds(parallel) < 0.8 * seconds(batches))
print(
    "  cache, in three epochs:",
    seconds(batches.cache(), 3) < 0.8 * seconds(batches, 3),
)

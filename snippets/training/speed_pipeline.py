"""Waiting for data: which settings read ahead, at the same time, or only once?"""

from time import sleep

import tensorflow as tf

running, reads = [], []


def read(i):
    running.append(i)
    sleep(0.04)  # stands for a slow disk
    reads.append(len(running))
    running.pop()
    return i


def reads_ahead(dataset):
    reads.clear()
    iterator = iter(dataset)
    next(iterator)
    sleep(0.2)  # a long update
    ahead = len(reads) > 1
    list(iterator)  # the rest of the epoch
    return ahead


def read_batch(i):
    return tf.py_function(read, [i], tf.int64)


numbers = tf.data.Dataset.range(10)
batches = numbers.map(read_batch)
switched_off = tf.data.Options()
switched_off.experimental_optimization.inject_prefetch = False
print("the next batch is read during an update")
print("  with prefetch:        ", reads_ahead(batches.prefetch(2)))
print("  without:              ", reads_ahead(batches))
print("  optimisation off, too:", reads_ahead(batches.with_options(switched_off)))

print("three epochs of ten batches  reads  several at a time")
parallel = numbers.map(read_batch, num_parallel_calls=4)
datasets = {"as it is": batches, "parallel": parallel, "cache": batches.cache()}
for name, dataset in datasets.items():
    reads.clear()
    for _ in range(3):
        list(dataset)
    print(f"  {name:<25}{len(reads):>7}  {max(reads) > 1}")

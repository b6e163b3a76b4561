"""How often map() runs its function, with cache() in different places."""

import tensorflow as tf

calls = tf.Variable(0)


def square(x):
    calls.assign_add(1)
    return x**2


numbers = tf.data.Dataset.range(1000)
pipelines = {
    "map": numbers.map(square),
    "map, cache": numbers.map(square).cache(),
    "cache, map": numbers.cache().map(square),
    "map, take 10, cache": numbers.map(square).take(10).cache(),
    "batch 100, map": numbers.batch(100).map(square),
}
called = {}
print("calls of the function in epochs 1, 2 and 3")
for name, dataset in pipelines.items():
    called[name] = []
    for _ in range(3):
        calls.assign(0)
        list(dataset)  # reads all of it
        called[name].append(int(calls))
    print(f"{name:19}", *(f"{number:5}" for number in called[name]))

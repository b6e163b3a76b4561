"""What a graph remembers of Python: values, branches and random numbers."""

import random

import tensorflow as tf

tf.keras.utils.set_random_seed(0)  # also seeds random
scale = 1.0
weight = tf.Variable(1.0, trainable=False)


@tf.function
def scaled(x):
    return scale * x, weight * x


@tf.function
def noise():
    return random.random(), tf.random.uniform(())


@tf.function
def sign(x):
    if x > 0:  # a condition on a tensor becomes part of the graph
        return "positive"
    return "not positive"


x = tf.constant(10.0)
scaled(x)
scale = 2.0
weight.assign(2.0)
from_python, from_variable = (float(value) for value in scaled(x))
print(f"both are 2 now: Python float {from_python}, variable {from_variable}")

calls = [noise() for _ in range(5)]
different = {
    "random.random": len({float(python) for python, _ in calls}),
    "tf.random": len({float(tensor) for _, tensor in calls}),
}
for name, count in different.items():
    print(f"{name} in 5 calls: {count} different")

for value in (1.0, -1.0):
    print(f"sign({value}):", sign(tf.constant(value)).numpy().decode())

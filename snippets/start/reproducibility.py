"""The same seed in two processes: which function makes a layer's weights equal?"""

import inspect
import json
import subprocess
import sys

import tensorflow as tf


def draw():
    def numbers_and_kernel():
        layer = tf.keras.layers.Dense(2)
        layer.build((None, 3))
        numbers = tf.random.uniform((4,))
        return numbers.numpy().tolist(), layer.kernel.numpy().tolist()

    tf.random.set_seed(1)
    first = numbers_and_kernel()
    tf.keras.utils.set_random_seed(1)
    return [*first, *numbers_and_kernel()]


# Run the function here and, from its source, in a second Python
program = f"import json\nimport tensorflow as tf\n{inspect.getsource(draw)}"
program += "print(json.dumps(draw()))"
second = subprocess.run(
    [sys.executable, "-c", program], capture_output=True, text=True, check=True
)
equal = [one == two for one, two in zip(draw(), json.loads(second.stdout))]

print("equal in both processes?       tf.random.uniform   Dense kernel")
print(f"tf.random.set_seed(1)          {equal[0]!s:18}  {equal[1]}")
print(f"keras.utils.set_random_seed(1) {equal[2]!s:18}  {equal[3]}")
assert equal == [True, False, True, True]

"""Is tf.keras the package keras, and which backend computes for it?"""

import os
import subprocess
import sys

import keras
import tensorflow as tf

same_objects = (
    tf.keras.Sequential is keras.Sequential
    and tf.keras.layers.Dense is keras.layers.Dense
)
major_version = int(keras.__version__.split(".")[0])
is_tensor = isinstance(keras.ops.ones((2, 2)), tf.Tensor)
print(f"tf.keras and keras are the same: {same_objects}")
print(f"Keras {major_version}, backend here: {keras.config.backend()}")
print(f"keras.ops returns TensorFlow's tensors: {is_tensor}")

# Ask for another backend: it is chosen when Keras is imported
program = "import keras; print('works with', keras.config.backend())"
for backend in ["jax", "torch"]:
    result = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"KERAS_BACKEND": backend},
        capture_output=True,
        text=True,
    )
    answer = result.stdout or result.stderr
    print(f"KERAS_BACKEND={backend}:", answer.strip().splitlines()[-1])

"""Three ways to state the input of a Sequential model, and what each creates."""

import warnings

import tensorflow as tf

Dense, Input = tf.keras.layers.Dense, tf.keras.Input
ways = {
    "Input first": lambda: tf.keras.Sequential([Input((4,)), Dense(16), Dense(3)]),
    "no input": lambda: tf.keras.Sequential([Dense(16), Dense(3)]),
    "input_shape": lambda: tf.keras.Sequential(
        [Dense(16, input_shape=(4,)), Dense(3)]
    ),
}

arrays, message = {}, {}
for name, make in ways.items():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        model = make()
    arrays[name] = len(model.weights)
    message[name] = str(caught[0].message) if caught else ""
    print(
        f"{name:11}: {arrays[name]} arrays of parameters, warnings: {len(caught)}"
    )

old_way = message["input_shape"]
assert "Do not pass an `input_shape`" in old_way
print(f"\nUserWarning: {old_way[:62]}...")

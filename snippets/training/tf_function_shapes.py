"""A loop over mini-batches: how many graphs does the last, smaller one cost?"""

import tensorflow as tf

tf.get_logger().setLevel("ERROR")  # no warnings of retracing

data = tf.reshape(tf.range(3000.0), (1000, 3))


def shapes_traced(**options):
    traced = []

    @tf.function(**options)
    def loss(batch):
        traced.append(batch.shape)
        return tf.reduce_mean(batch**2)

    for size in [64, 300]:
        for batch in tf.data.Dataset.from_tensor_slices(data).batch(size):
            loss(batch)
    return traced


any_rows = tf.TensorSpec(shape=(None, 3), dtype=tf.float32)
graphs = {}
for name, options in {
    "as it is": {},
    "reduce_retracing": {"reduce_retracing": True},
    "input_signature": {"input_signature": [any_rows]},
}.items():
    shapes = shapes_traced(**options)
    graphs[name] = len(shapes)
    print(f"{name:16}  {len(shapes)} for shapes", *shapes)

"""Where cross entropy loses its gradient: between probability and loss."""

import tensorflow as tf

z = tf.Variable([[-10.0], [-15.0], [-17.0], [-20.0], [-40.0]])
y = tf.ones_like(z)
of_probabilities = tf.keras.losses.BinaryCrossentropy(reduction="sum")
of_net_inputs = tf.keras.losses.BinaryCrossentropy(
    from_logits=True, reduction="sum"
)
with tf.GradientTape(persistent=True) as tape:
    p = tf.keras.activations.sigmoid(z)
    losses = {
        "sigmoid": of_probabilities(y, p),
        "reshaped": of_probabilities(y, tf.reshape(p, (5, 1))),
        "from_logits": of_net_inputs(y, z),
    }

gradient = {name: tape.gradient(loss, z) for name, loss in losses.items()}
print("gradient for y = 1")
print("    z      sigmoid  sigmoid, reshaped  from_logits=True")
for k in range(5):
    print(
        f"{z[k, 0]:5.0f} {gradient['sigmoid'][k, 0]:12.5f} "
        f"{gradient['reshaped'][k, 0]:18.5f} {gradient['from_logits'][k, 0]:17.5f}"
    )

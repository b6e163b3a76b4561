"""XOR with four parameters: a branch multiplies the inputs."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
inputs = tf.keras.Input((2,), name="inputs")
try:
    tf.reduce_prod(inputs, axis=1, keepdims=True)
except ValueError as error:
    message = str(error)
    print("ValueError:", message.split(".")[0].strip())
assert "A KerasTensor cannot be used as input" in message
product = tf.keras.ops.prod(inputs, axis=1, keepdims=True)
both = tf.keras.layers.Concatenate(name="concatenate")([inputs, product])
outputs = tf.keras.layers.Dense(1, activation="sigmoid", name="dense")(both)
model = tf.keras.Model(inputs=inputs, outputs=outputs)

X = np.random.default_rng(1).uniform(-1, 1, (200, 2))
y = (X[:, 0] * X[:, 1] < 0).astype(float)  # XOR: the signs differ
adam = tf.keras.optimizers.Adam(0.3)
model.compile(optimizer=adam, loss="binary_crossentropy", metrics=["accuracy"])
model.fit(X[:100], y[:100], batch_size=20, epochs=20, verbose=0)
parameters = model.count_params()
accuracy = model.evaluate(X[100:], y[100:], verbose=0)[1]
weights = model.get_layer("dense").kernel.numpy().ravel()
product_model = tf.keras.Model(inputs=inputs, outputs=product)
same_product = np.allclose(product_model(X)[:, 0], X[:, 0] * X[:, 1])
print(f"{parameters} parameters, accuracy on new samples {accuracy:.2f}")
print("weights of x₁, x₂ and their product:", *(f"{w:.1f}" for w in weights))
print("the middle output is x₁x₂:", same_product)

# Draw the connections that the model itself keeps
places = {
    "inputs": (0, 3),
    "prod": (0.9, 2),
    "concatenate": (0, 1),
    "dense": (0, 0),
}
maker = {operation.output.name: operation.name for operation in model.operations}
arrow = {"arrowstyle": "->", "shrinkA": 20, "shrinkB": 20}
fig, ax = plt.subplots(figsize=(5, 4.4), layout="constrained")
for operation in model.operations:
    name, place = operation.name, places[operation.name]
    text = f"{name} {operation.output.shape}"
    ax.text(*place, text, ha="center", va="center", bbox={"facecolor": "none"})
    if name != "inputs":
        for tensor in tf.nest.flatten(operation.input):
            ax.annotate("", place, places[maker[tensor.name]], arrowprops=arrow)
ax.set(xlim=(-0.6, 1.5), ylim=(-0.5, 3.5), title="The graph of the model")
ax.axis("off")
plt.show()

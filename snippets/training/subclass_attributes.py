"""Which attributes does a model track, and how many parameters do they hold?"""

import tensorflow as tf

Dense = tf.keras.layers.Dense


def built():
    layer = Dense(1)
    layer.build((None, 4))  # four weights and one bias
    return layer


class Holder(tf.keras.Model):
    def __init__(self, attribute):
        super().__init__()
        self.attribute = attribute


hidden = built()
module = tf.Module()
module.v = tf.Variable(1.0)
attributes = {
    "Dense": built(),
    "list of two Dense": [built(), built()],
    "dict with a list of Dense": {"layers": [built()]},
    "tf.keras.Variable": tf.keras.Variable(1.0),
    "tf.Variable": tf.Variable(1.0),
    "list of tf.Variable": [tf.Variable(1.0)],
    "tf.Module with a variable": module,
    "function that uses a Dense": lambda X: hidden(X),
}

found = {}
for name, attribute in attributes.items():
    model = Holder(attribute)
    found[name] = sum(int(tf.size(v)) for v in model.trainable_variables)
    print(f"{name:27} {found[name]:2}")

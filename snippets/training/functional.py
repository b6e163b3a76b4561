"""The XOR network of 57 parameters in three styles, asked the same questions."""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
Dense, Input = tf.keras.layers.Dense, tf.keras.Input

# 1. Sequential: a stack
sequential = tf.keras.Sequential([Input((2,))])
for _ in range(3):
    sequential.add(Dense(4, activation="relu"))
sequential.add(Dense(1, activation="sigmoid"))

# 2. Functional: layers called on symbolic inputs
inputs = Input((2,))
A1 = Dense(4, activation="relu")(inputs)
A2 = Dense(4, activation="relu")(A1)
A3 = Dense(4, activation="relu")(A2)
outputs = Dense(1, activation="sigmoid")(A3)
functional = tf.keras.Model(inputs=inputs, outputs=outputs)


# 3. Subclass: a class with call()
class XORNetwork(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = [Dense(4, activation="relu") for _ in range(3)]
        self.last = Dense(1, activation="sigmoid")

    def call(self, X):
        for layer in self.hidden:
            X = layer(X)
        return self.last(X)


models = {
    "Sequential": sequential,
    "functional": functional,
    "subclass": XORNetwork(),
}
X = np.random.default_rng(1).uniform(-1, 1, (200, 2))
before, after, same_output = {}, {}, {}
for name, model in models.items():
    before[name] = sum(array.size for array in model.get_weights())
    model(X)
    after[name] = model.count_params()
    model.set_weights(sequential.get_weights())
    same_output[name] = np.allclose(model(X), sequential(X))
    print(f"{name:10}: {before[name]:2} parameters, after data {after[name]}")
print("same weights, same output:", all(same_output.values()))

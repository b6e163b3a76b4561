"""Columns of numbers and text into one model, which keeps its preprocessing."""

import numpy as np
import tensorflow as tf
from mlxtend.data import autompg_data
from sklearn.model_selection import train_test_split

X, mpg = autompg_data()
names = ["cylinders", "displacement", "horsepower", "weight", "acceleration"]
table = {name: X[:, i : i + 1] for i, name in enumerate(names)}
table["year"] = X[:, 5:6]
table["origin"] = np.array(["USA", "Europe", "Japan"])[X[:, 6:7].astype(int) - 1]
train, test = train_test_split(np.arange(len(mpg)), test_size=79, random_state=0)


def rows(index):
    return {name: tf.constant(column[index]) for name, column in table.items()}


# One input and one layer for each column, fitted to the training cars alone
inputs, columns = {}, []
for name, column in table.items():
    if name == "origin":
        layer = tf.keras.layers.StringLookup(output_mode="one_hot")
        inputs[name] = tf.keras.Input((1,), name=name, dtype="string")
    else:
        layer = tf.keras.layers.Normalization()
        inputs[name] = tf.keras.Input((1,), name=name)
    layer.adapt(column[train])
    columns.append(layer(inputs[name]))

tf.keras.utils.set_random_seed(0)
hidden = tf.keras.layers.Concatenate()(columns)
print("columns after preprocessing:", hidden.shape[1])
hidden = tf.keras.layers.Dense(32, activation="relu")(hidden)
hidden = tf.keras.layers.Dense(16, activation="relu")(hidden)
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1)(hidden))
model.compile(tf.keras.optimizers.Adam(0.01), loss="mse")
model.fit(rows(train), mpg[train], epochs=20, verbose=0)
test_mse = model.evaluate(rows(test), mpg[test], verbose=0)
mean_mse = np.mean((mpg[test] - mpg[train].mean()) ** 2)
print(f"test MSE {test_mse:.1f}, predicting the mean {mean_mse:.1f}")

# The file holds the layers, so it takes a row of the table as it is
model.save("cars.keras")
loaded = tf.keras.models.load_model("cars.keras")
car = {name: column[:1] for name, column in rows(test).items()}
for name in ["weight", "year", "origin"]:
    print(f"{name}: {table[name][test[0], 0]}")
same = np.allclose(loaded(car), model(car))
print(f"predicted {loaded(car)[0, 0]:.1f} mpg, as before saving: {same}")

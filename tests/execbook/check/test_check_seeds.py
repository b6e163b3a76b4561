"""Random numbers without a seed are found in the text of a snippet, and nothing else is taken for them."""

from pathlib import Path

import pytest

from execbook.check.code import seeds
from execbook.sources.snippets import Limits, Snippet

IMPORTS = """\
import random
import keras
import numpy as np
import tensorflow as tf
from keras import layers
from numpy.random import default_rng
from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split
from tensorflow.keras.layers import Dense as D
"""


def faults(code):
    snippet = Snippet("part/one", Path("one.py"), IMPORTS + code, Limits())
    return [(p.line - IMPORTS.count("\n"), p.rule) for p in seeds.check(snippet, "one.py")]


@pytest.mark.parametrize(
    "code",
    [
        "np.random.rand(3)",
        "np.random.default_rng()",
        "np.random.default_rng(None)",
        "np.random.default_rng(seed=None)",
        "default_rng()",
        "np.random.RandomState().rand()",
        "random.random()",
        "train_test_split(X, y)",
        "make_moons(100, noise=0.1)",
        "keras.layers.Dense(3)",
        "layers.Dropout(0.5)",
        "tf.keras.layers.Conv2D(3, 3)",
        "D(3)",
        'keras.layers.Dense(3, kernel_initializer="he_normal")',
        "tf.keras.layers.Dense(3, kernel_initializer=tf.keras.initializers.HeNormal())",
        "keras.initializers.GlorotUniform()",
        "tf.random.normal([3])",
        "tf.random.set_seed(0); keras.layers.Dense(3)",
        "keras.random.normal([3])",
        "model.fit(x, y, epochs=3)",
    ],
)
def test_a_draw_without_a_seed_is_found(code):
    assert faults(code) == [(1, "snippet-seed")]


@pytest.mark.parametrize(
    "code",
    [
        "np.random.default_rng(0).normal()",
        "model.fit(x, y, epochs=3, shuffle=False)",
        "keras.utils.set_random_seed(0)\nmodel.fit(x, y, epochs=3)",
        "scaler.fit(X)",
        "rng = default_rng(seed=1)\nrng.shuffle(x)",
        "np.random.seed(0)\nnp.random.rand(3)",
        "np.random.RandomState(1).rand()",
        "np.random.Generator(np.random.PCG64(1))",
        "random.seed(1)\nrandom.random()",
        "train_test_split(X, y, random_state=0)",
        "train_test_split(X, y, **options)",
        "keras.utils.set_random_seed(0)\nkeras.layers.Dense(3)\nnp.random.rand(3)\ntf.random.normal([3])",
        "tf.keras.utils.set_random_seed(0)\nD(3)",
        'keras.layers.Dense(3, kernel_initializer="zeros")',
        "keras.layers.Dense(3, kernel_initializer=keras.initializers.HeNormal(seed=1))",
        "keras.layers.Flatten()",
        "keras.layers.Dropout(0.5, seed=1)",
        "tf.random.stateless_normal([3], seed=[1, 2])",
        "tf.random.set_seed(0)\ntf.random.normal([3])",
        "np.random.rand(3)  # unseeded: the two processes are meant to differ",
        "x.random.rand(3)",
    ],
)
def test_these_draw_the_same_each_time(code):
    assert faults(code) == []


def test_a_purpose_needs_a_reason():
    assert faults("np.random.rand(3)  # unseeded:") == [(1, "snippet-seed")]


def test_of_many_layers_the_first_is_told():
    assert faults("keras.layers.Dense(3)\nkeras.layers.Dense(3)\n") == [(1, "snippet-seed")]

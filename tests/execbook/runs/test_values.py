import math
from collections import OrderedDict
from fractions import Fraction
from types import MappingProxyType

import numpy as np
import pandas as pd
import pytest

from execbook.runs import values


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3, 3),
        (0.1, 0.1),
        (True, True),
        ("tanh", "tanh"),
        (np.float64(0.1), 0.1),
        (np.float32(0.1), 0.10000000149011612),
        (np.int64(3), 3),
        (np.bool_(True), True),
        (np.str_("tanh"), "tanh"),
        (np.array(2.5), 2.5),
        (Fraction(1, 2), 0.5),
    ],
)
def test_scalars_become_plain_python(value, expected):
    (found,) = values.collect({"x": value}).values()
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([1, 2.5], {"x[0]": 1, "x[1]": 2.5}),
        ((1, "a"), {"x[0]": 1, "x[1]": "a"}),
        ([[1], [2]], {"x[0][0]": 1, "x[1][0]": 2}),
        (np.array([[1, 2], [3, 4]]), {"x[0][0]": 1, "x[0][1]": 2, "x[1][0]": 3, "x[1][1]": 4}),
        ({"relu": 1, 0.5: 2, 20: 3}, {"x[relu]": 1, "x[0.5]": 2, "x[20]": 3}),
        ({np.float32(0.5): 1, (1, 2): 2}, {"x[0.5]": 1, "x[(1, 2)]": 2}),
        ({"loss": [3.0, 2.0]}, {"x[loss][0]": 3.0, "x[loss][1]": 2.0}),
        ({"a": {"b": [1]}}, {"x[a][b][0]": 1}),
        (OrderedDict(a=1), {"x[a]": 1}),
        (MappingProxyType({"a": 1}), {"x[a]": 1}),
        (pd.Series([1, 2], index=["mean", "std"]), {"x[mean]": 1, "x[std]": 2}),
    ],
)
def test_containers_are_flattened(value, expected):
    assert values.collect({"x": value}) == expected


@pytest.mark.parametrize(
    "value",
    [
        None,
        len,
        math,
        object(),
        1j,
        "x" * 201,
        b"bytes",
        list(range(257)),
        np.zeros((20, 20)),
        np.zeros((2, 2, 2)),
        {"a": np.zeros(200), "b": np.zeros(57)},
        [[[[1]]]],
        {1, 2},
        range(3),
    ],
)
def test_what_no_page_could_quote_is_left_out(value):
    assert values.collect({"x": value, "kept": 1}) == {"kept": 1}


def test_what_fits_among_what_does_not_is_kept():
    assert values.collect({"layer": {"units": 3, "call": len}}) == {"layer[units]": 3}


def test_private_names_are_left_out():
    assert values.collect({"_x": 1, "__name__": "__main__", "x": 2}) == {"x": 2}


def test_text_of_up_to_200_characters_is_kept():
    assert values.collect({"x": "x" * 200}) == {"x": "x" * 200}


def test_a_value_that_is_too_large_does_not_exclude_others():
    assert values.collect({"x": range(3), "y": np.zeros(300), "z": object(), "kept": 1}) == {"kept": 1}


def test_up_to_256_entries_are_kept():
    assert len(values.collect({"x": np.arange(256.0)})) == 256


def test_entries_with_a_function_as_key_are_left_out():
    assert values.collect({"styles": {len: "-", test_private_names_are_left_out: ":", "plain": "--"}}) == {
        "styles[<built-in function len>]": "-",
        "styles[plain]": "--",
    }


def test_a_list_that_contains_itself_does_not_hang():
    endless: list = []
    endless.append(endless)
    assert values.collect({"x": endless}) == {}


def test_an_object_that_cannot_be_looked_at_is_left_out():
    class Odd:
        @property
        def dtype(self):
            raise RuntimeError("not now")

    assert values.collect({"x": Odd(), "kept": 1}) == {"kept": 1}


def test_infinite_and_undefined_numbers_are_kept():
    found = values.collect({"a": float("inf"), "b": np.float32("nan")})
    assert found["a"] == math.inf
    assert math.isnan(found["b"])

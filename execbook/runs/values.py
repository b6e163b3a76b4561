"""Collect the values of a run's top-level names, for pages to quote."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from numbers import Integral, Real
from typing import Any

from execbook.records.numbers import Scalar

LONGEST_TEXT = 200
MOST_ENTRIES = 256
DEEPEST = 3
ADDRESS = re.compile(r" at 0x[0-9a-f]+")
"""In the name of an object that is named by its place in memory, which is another one in each run."""


class _TooMany(Exception):
    """A container has more than MOST_ENTRIES entries."""


def collect(names: Mapping[str, Any]) -> dict[str, Scalar]:
    """Every scalar that can be quoted, by name.

    names: a module's dictionary. Names that start with `_` are private. Lists, tuples, dicts, arrays and
    tensors of one or two axes and pandas Series are flattened: `loss[0]`, `matrix[0][1]`, `share[relu]`.
    One with more than 256 entries is left out entirely, as are other objects, long texts, and entries whose
    key is named by its place in memory, such as a function.
    """
    values: dict[str, Scalar] = {}
    for name, value in names.items():
        if name.startswith("_"):
            continue
        try:
            entries: dict[str, Scalar] = {}
            for path, scalar in _flatten(name, value, DEEPEST):
                entries[path] = scalar
                if len(entries) > MOST_ENTRIES:
                    raise _TooMany
            values |= entries
        except Exception:  # too many entries, or an object that raises when it is inspected
            continue
    return values


def _flatten(path: str, value: Any, depth: int) -> Iterator[tuple[str, Scalar]]:
    value = _as_numpy(value)
    if (scalar := _scalar(value)) is not None:
        yield path, scalar
    elif depth:
        for key, entry in _entries(value):
            if not ADDRESS.search(name := f"{path}[{key}]"):
                yield from _flatten(name, entry, depth - 1)


def _as_numpy(value: Any) -> Any:
    """A TensorFlow tensor or variable as a NumPy array; other values unchanged."""
    tensorflow = sys.modules.get("tensorflow")
    if tensorflow is None or not isinstance(value, tensorflow.Tensor | tensorflow.Variable):
        keras = sys.modules.get("keras")
        if keras is None or not isinstance(value, keras.Variable):
            return value
    try:
        return value.numpy() if len(value.shape) <= 2 else None
    except (AttributeError, NotImplementedError, RuntimeError, ValueError):
        return None  # symbolic, or its memory has been freed


def _scalar(value: Any) -> Scalar | None:
    if hasattr(value, "dtype") and getattr(value, "shape", None) == ():
        value = value.item()
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str(value) if len(value) <= LONGEST_TEXT else None
    if isinstance(value, Integral):
        return int(value)
    if isinstance(value, Real):
        return float(value)
    return None


def _entries(value: Any) -> Iterator[tuple[Any, Any]]:
    """Key and value of each entry of a container; nothing for other values."""
    if isinstance(value, Mapping):
        entries = value.items()
    elif isinstance(value, list | tuple):
        entries = enumerate(value)
    elif _is_series(value):
        entries = value.items()
    elif _is_array(value) and value.ndim in (1, 2):
        entries = enumerate(value)
    else:
        return
    if len(value) > MOST_ENTRIES:
        raise _TooMany
    yield from entries


def _is_array(value: Any) -> bool:
    numpy = sys.modules.get("numpy")
    return numpy is not None and isinstance(value, numpy.ndarray)


def _is_series(value: Any) -> bool:
    pandas = sys.modules.get("pandas")
    return pandas is not None and isinstance(value, pandas.Series)

"""The conditions that an example compares, and the arguments of the calls that were recorded."""

import ast
import re
from collections.abc import Iterable, Mapping, Sequence

from execbook.claims.outcomes import Call
from execbook.records.numbers import Scalar
from execbook.sources.snippets import Snippet

NAME = "recorded_calls"
FUNCTION = "()"
"""Instead of an argument's name: the name of the function."""
MOST_CALLS = 32

RECORDER = f"""
{NAME} = []
def _recorder(names):
    import functools, inspect
    def scalars(name, value, deep):
        if hasattr(value, "item") and getattr(value, "shape", None) == ():
            value = value.item()
        if isinstance(value, (bool, int, float, str)):
            yield name, value
        elif isinstance(value, (tuple, list)) and len(value) < 9:
            yield name, str(value)
        elif deep and isinstance(value, dict):
            for key, entry in value.items():
                yield from scalars(name + "." + str(key) if name else str(key), entry, deep - 1)
        elif callable(config := getattr(value, "get_config", getattr(value, "get_params", None))):
            if not isinstance(value, type):
                yield name, type(value).__name__
                for key, entry in config().items():
                    if key != "name":
                        yield from scalars(name + "." + key, entry, 0)
    def recorder(function):
        try:
            signature = inspect.signature(function)
            if not names & set(signature.parameters):
                return function
        except (TypeError, ValueError):
            return function
        def call(*args, **kwargs):
            bound = signature.bind(*args, **kwargs)
            bound.apply_defaults()
            one = {{"()": getattr(function, "__qualname__", "")}}
            one |= dict(pair for name, value in bound.arguments.items() for pair in scalars(name, value, 1))
            if one not in {NAME} and len({NAME}) < {MOST_CALLS}:
                {NAME}.append(one)
            return function(*args, **kwargs)
        return call
    return recorder
_recorded = _recorder({{names!r}})
"""
"""Put in front of a snippet: notes the arguments of each call of a function that has one of `names`."""

Conditions = Mapping[str, Mapping[str, Scalar]]
"""Arguments by the name of a condition."""


def with_recorded_calls(snippet: Snippet, source: str, names: Iterable[str]) -> str:
    """The text of a snippet that also leaves the arguments of its calls. No line moves."""
    tree = ast.parse(source)
    lines = source.encode().splitlines(keepends=True)
    places: list[tuple[int, int, bytes]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            end = (function.end_lineno or function.lineno) - 1, function.end_col_offset or 0
            places += [(function.lineno - 1, function.col_offset, b"_recorded("), (*end, b")")]
    first = next(node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom | ast.Assign))
    defined = RECORDER.replace("{names!r}", repr(set(names)))
    for row, column, text in sorted(places, reverse=True):
        lines[row] = lines[row][:column] + text + lines[row][column:]
    row, column = first.lineno - 1, first.col_offset
    lines[row] = lines[row][:column] + f"exec({defined!r}); ".encode() + lines[row][column:]
    return b"".join(lines).decode()


def calls_of(values: Mapping[str, Scalar]) -> tuple[Call, ...]:
    """The calls among the recorded values of such a run."""
    found: dict[str, dict[str, Scalar]] = {}
    for name, value in values.items():
        if match := re.fullmatch(rf"{NAME}\[(\d+)\]\[(.+)\]", name):
            found.setdefault(match[1], {})[match[2]] = value
    return tuple(found.values())


def matching(condition: Mapping[str, Scalar], calls: Sequence[Call]) -> list[Call]:
    """The calls with the arguments of a condition; `rate` also matches `optimizer.rate`."""
    return [call for call in calls if all(_has(call, name, value) for name, value in condition.items())]


def _has(call: Call, name: str, value: Scalar) -> bool:
    return any(_same(entry, value) for key, entry in call.items() if key == name or key.endswith(f".{name}"))


def _same(one: Scalar, other: Scalar) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= 1e-6 * max(abs(one), abs(other))  # single precision
    return str(one) == str(other)


def differences(one: str, ones: Sequence[Call], other: str, others: Sequence[Call]) -> list[str]:
    """The arguments in which two conditions differ at least, in the function where they differ most.

    An optimizer may differ in its rate alone, and the function that creates it in its samples, too. Names of
    the conditions themselves are no difference.
    """
    found: dict[Scalar, list[str]] = {}
    for a in ones:
        for b in others:
            if a.get(FUNCTION) == b.get(FUNCTION):
                between = _between(one, a, other, b)
                function = a.get(FUNCTION, "")
                found[function] = min(found.get(function, between), between, key=len)
    return max(found.values(), key=len, default=[])


def _between(one: str, a: Call, other: str, b: Call) -> list[str]:
    found = []
    for name in dict.fromkeys([*a, *b]):
        was, is_ = a.get(name, ""), b.get(name, "")
        label = isinstance(was, str) and isinstance(is_, str) and (one in was or other in is_)
        if not label and not _same(was, is_):
            found.append(name)
    return [name for name in found if not any(longer.startswith(f"{name}.") for longer in found)]

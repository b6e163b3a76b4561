"""A run's numbers as named lines, in an order that depends only on the run."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from execbook.records.numbers import Scalar

Line = Scalar | list[Scalar]
Lines = dict[str, Line]
"""By name: `output 2`, `value loss`, `figure 1.2 series 3 y`. One line an array, or a row of a matrix."""

DIGITS = 6
"""Significant digits: a hundredth of the default tolerance, and half the file size of full precision."""

_LAST_INDEX = re.compile(r"(?P<stem>.+)\[(?P<index>\d+)\]")
_NUMBER = re.compile(r"(\d+)")


def lines_of(
    output: str, values: Mapping[str, Scalar], figures: Sequence[Sequence[Mapping[str, Any]]]
) -> Lines:
    """The lines of one run. figures: the `structure` of each, as recorded."""
    found: Lines = {f"output {number}": text for number, text in enumerate(output.splitlines(), 1)}
    found |= {f"value {name}": _rounded(line) for name, line in sorted(_arrays(values).items(), key=_natural)}
    for number, panels in enumerate(figures, 1):
        for panel, content in enumerate(panels, 1):
            found |= _panel(f"figure {number}.{panel}", content)
    return found


def _natural(item: tuple[str, object]) -> list[str | int]:
    """Sort key that places `loss[9]` before `loss[10]`."""
    return [int(part) if part.isdecimal() else part for part in _NUMBER.split(item[0])]


def _arrays(values: Mapping[str, Scalar]) -> dict[str, Line]:
    """Values with the entries of each list under one name: `loss` for `loss[0]`, `loss[1]` and so on."""
    groups: dict[str, dict[int, str]] = {}
    for name in values:
        if match := _LAST_INDEX.fullmatch(name):
            groups.setdefault(match["stem"], {})[int(match["index"])] = name
    found: dict[str, Line] = dict(values)
    for stem, names in groups.items():
        if sorted(names) == list(range(len(names))) and stem not in values:
            found[stem] = [values[names[index]] for index in range(len(names))]
            for name in names.values():
                del found[name]
    return found


def _panel(name: str, panel: Mapping[str, Any]) -> Lines:
    """One coordinate system, without empty lines."""
    lines: Lines = {f"{name} title": panel["title"], f"{name} notes": panel["notes"]}
    for scale in panel["scales"]:
        lines[f"{name} axis {scale['name']}"] = [scale["label"], scale["kind"]]
        lines[f"{name} axis {scale['name']} limits"] = scale["limits"]
    for number, series in enumerate(panel["series"], 1):
        place = f"{name} series {number}"
        lines[place] = [series["kind"], series["label"], series["count"]]
        lines |= {f"{place} {field}": series[field] for field in ("x", "y", "names", "values")}
    if panel["colorbar"]:
        lines[f"{name} colorbar"] = True
    return {place: line for place, line in lines.items() if line not in ("", [])}


def _rounded(line: Line) -> Line:
    return [_rounded_entry(entry) for entry in line] if isinstance(line, list) else _rounded_entry(line)


def _rounded_entry(entry: Scalar) -> Scalar:
    return float(f"{entry:.{DIGITS}g}") if isinstance(entry, float) else entry

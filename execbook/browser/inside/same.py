"""Whether a run in the browser gives what the page shows: the same output, and figures of the same structure.

Libraries of other versions round otherwise. In an output a number may differ by one in its last digit, as
where readers compare their own; in a figure, by what nobody sees.

An eigenvector has no sign: another library for linear algebra may return its opposite, and a figure of it is
mirrored. That counts as the same, and is reported.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from execbook.baseline.compare import NUMBER, Deviation, deviations
from execbook.baseline.lines import Lines, lines_of
from execbook.baseline.tolerance import Override, Tolerance, Tolerances

ORDERED = ("line", "points", "bars", "line in space")
"""Series whose coordinates are data; of others they are the ends of a range."""

PLAIN_SHAPES = {"Polygon": "Rectangle"}
"""What Matplotlib draws the same and calls differently since 3.9: the band of `axvspan`."""

UNSEEN = 0.005
"""Share of an axis by which a point may be elsewhere: less than the width of a mark, or of two lines."""

UNSEEN_LIMIT = 0.01
"""The same for an axis' limits: where x and y have one scale, they depend on the room that labels leave."""

COORDINATE = re.compile(
    r"figure \d+\.(?P<panel>\d+) (?:series \d+ (?P<of_series>[xyz])|axis (?P<of_axis>\w+) limits)"
)

Panels = Sequence[Mapping[str, Any]]


def differences(expected: Mapping[str, Any], output: str, figures: Sequence[Panels]) -> dict[str, Any]:
    """What differs between a run and what was recorded.

    expected: `id`, `output`, the structures of its `figures`, and the `tolerances` that its example declares.
    figures: those of the run. Returns `output` and `figures`, each a sentence for the first difference that
    counts or empty, and `mirrored`: whether a figure is the same only as its mirror image.
    """
    declared = Tolerances([Override(**_override(one)) for one in expected["tolerances"]])
    example_id, recorded = expected["id"], expected["figures"]
    printed = _printed(example_id, lines_of(expected["output"], {}, []), lines_of(output, {}, []), declared)
    drawn, mirrored = "", False
    if len(figures) != len(recorded):
        drawn = f"figures: {len(recorded)} recorded, {len(figures)} drawn"
    for number, (was, is_) in enumerate(zip(recorded, figures, strict=False), 1):
        was = [_renamed(panel) for panel in was]
        found = [_figure(example_id, number, was, image, declared) for image in _images(was, is_)]
        drawn = drawn or min(found, key=len)
        mirrored = mirrored or bool(found[0] and not min(found, key=len))
    return {"output": printed, "figures": drawn, "mirrored": mirrored}


def _override(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **fields,
        "lines": tuple(fields["lines"]),
        "tolerance": Tolerance(**fields["tolerance"]),
        "platform": "",
    }


def _printed(example_id: str, was: Lines, is_: Lines, declared: Tolerances) -> str:
    found = deviations(example_id, was, is_, declared)
    return _first([one for one in found if not _rounded(was.get(one.line), is_.get(one.line))])


def _rounded(was: object, is_: object) -> bool:
    """Whether two texts differ only in the last digits of numbers with decimals, and there by one."""
    if not (isinstance(was, str) and isinstance(is_, str) and NUMBER.split(was) == NUMBER.split(is_)):
        return False
    pairs = zip(NUMBER.findall(was), NUMBER.findall(is_), strict=True)
    return all(abs(float(a) - float(b)) <= _last_digit(a) * (1 + 1e-6) for a, b in map(_plain_minus, pairs))


def _plain_minus(texts: tuple[str, str]) -> tuple[str, str]:
    one, other = (text.replace("−", "-") for text in texts)
    return one, other


def _last_digit(number: str) -> float:
    """One in the last digit of a number with decimals or an exponent; 0 for an integer."""
    digits, _, exponent = number.lower().partition("e")
    decimals = digits.partition(".")[2]
    return 10.0 ** (int(exponent or 0) - len(decimals)) if decimals or exponent else 0.0


def _first(found: Sequence[Deviation]) -> str:
    drifted = [one for one in found if one.drifted]
    if not drifted:
        return ""
    worst = max(drifted, key=lambda one: one.ratio)
    return f"{worst.place}: {worst.is_} instead of {worst.was}"


def _figure(example_id: str, number: int, was: Panels, is_: Panels, declared: Tolerances) -> str:
    blank: list[Panels] = [[]] * (number - 1)  # so that names of lines have the figure's number
    found = deviations(example_id, lines_of("", {}, [*blank, was]), lines_of("", {}, [*blank, is_]), declared)
    return _first([one for one in found if not _is_unseen(one, was)])


def _is_unseen(one: Deviation, panels: Panels) -> bool:
    """Whether a coordinate differs by so little that its point is drawn at the same place."""
    match = COORDINATE.fullmatch(one.line)
    if not match:
        return False
    name = match["of_series"] or match["of_axis"]
    scale = next((s for s in panels[int(match["panel"]) - 1]["scales"] if s["name"] == name), None)
    if scale is None:
        return False
    try:
        numbers = [float(text) for text in (one.was, one.is_, *scale["limits"])]
        was, is_, start, end = map(math.log10, numbers) if scale["kind"] == "log" else numbers
    except (TypeError, ValueError):
        return False
    return abs(was - is_) <= (UNSEEN if match["of_series"] else UNSEEN_LIMIT) * abs(end - start)


def _images(was: Panels, is_: Panels) -> Iterator[Panels]:
    """The figure, and then with each panel mirrored as is nearest to what was recorded."""
    is_ = [_renamed(panel) for panel in is_]
    yield is_
    if len(was) == len(is_):
        yield [_nearest(one, other) for one, other in zip(was, is_, strict=True)]


def _renamed(panel: Mapping[str, Any]) -> Mapping[str, Any]:
    series = [{**one, "kind": PLAIN_SHAPES.get(one["kind"], one["kind"])} for one in panel["series"]]
    return {**panel, "series": series}


def _nearest(was: Mapping[str, Any], is_: Mapping[str, Any]) -> Mapping[str, Any]:
    choices = [_mirrored(is_, names) for count in range(3) for names in itertools.combinations("xy", count)]
    return min(choices, key=lambda choice: _distance(was, choice))


def _mirrored(panel: Mapping[str, Any], names: Sequence[str]) -> Mapping[str, Any]:
    scales = [
        {**scale, "limits": _turned(scale["limits"])} if scale["name"] in names else scale
        for scale in panel["scales"]
    ]
    series = [
        {**one, **{name: _opposite(one[name], one["kind"] in ORDERED) for name in names}}
        for one in panel["series"]
    ]
    return {**panel, "scales": scales, "series": series}


def _opposite(values: Sequence[float], ordered: bool) -> list[float]:
    return [-value for value in values] if ordered else _turned(values)


def _turned(values: Sequence[float]) -> list[float]:
    return [-value for value in reversed(values)]


def _distance(was: Mapping[str, Any], is_: Mapping[str, Any]) -> float:
    pairs = [
        (one, other)
        for was_series, is_series in zip(was["series"], is_["series"], strict=False)
        for name in "xy"
        for one, other in zip(was_series[name], is_series[name], strict=False)
    ]
    return sum(abs(one - other) for one, other in pairs if _numbers(one, other))


def _numbers(*values: object) -> bool:
    return all(isinstance(value, int | float) for value in values)

"""A figure's data as tables, for readers who cannot see it or need the numbers.

Ordered series (curves, bars, histograms) are listed in about a dozen rows; scattered points and values shown
as colours are summarised. `points_csv` has every point.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from execbook.book import Book
from execbook.figures.shown.points_csv import Labels, bin_centres, read_labels
from execbook.records.numbers import show
from execbook.words import table as texts

ROWS = 12
"""How many rows are sampled evenly, in addition to the lowest and highest values of each column."""
NEGLIGIBLE = 1e-12
NEGLIGIBLE_IN_SUMMARY = 1e-6
"""Fractions of the largest value of a column, or of a summary, below which a value is given as zero."""
MAX_UNORDERED = 4
"""So many points may be in order by chance; only more are treated as a curve."""
MAX_COLUMNS = 6
MAX_TABLES = 6
"""If a figure needs more tables, or a table more columns, only the CSV is complete."""


@dataclass
class Table:
    """Cells as text, some of two lines; the first column names the rows. note: what was omitted."""

    head: list[str]
    rows: list[list[str]]
    caption: str = ""
    note: str = ""


@dataclass
class _Curve:
    """A listed series: `y` over `x`, where x may be names. logs: whether the axes are logarithmic."""

    name: str
    x: Sequence[float | str]
    y: Sequence[float]
    x_label: str = ""
    is_named: bool = True
    logs: tuple[bool, bool] = (False, False)


@dataclass
class _Contents:
    """The series of a panel that are listed, and the rest, which is summarised."""

    curves: list[_Curve] = field(default_factory=list)
    rest: list[dict[str, Any]] = field(default_factory=list)


def tables(book: Book, example_id: str, figure: int, language: str) -> tuple[list[Table], bool]:
    """The tables of an example's figure, counted from 0, and whether some were omitted."""
    words = texts(language, "table")
    panels = book.panels(example_id, figure)
    labels = read_labels(book, example_id, panels, language)
    found: list[Table] = []
    graphs = [panel for panel in panels if not panel["colorbar"]]
    for number, panel in enumerate(graphs, 1):
        title = labels[panel["title"]]
        if len(graphs) > 1:
            title = title or words["panel"].format(number)
        axes = {scale["name"]: _axis_label(scale, graphs, labels) for scale in panel["scales"]}
        found += _of_panel(panel, title, axes, words, labels)
    return found[:MAX_TABLES], len(found) > MAX_TABLES


def _axis_label(scale: dict[str, Any], graphs: Sequence[dict[str, Any]], labels: Labels) -> str:
    """The label of an axis. Of graphs that share an axis, only the outermost has the label."""
    if scale["label"]:
        return labels[scale["label"]]
    shared = ("name", "limits", "kind")
    found = {
        labels[other["label"]]
        for graph in graphs
        for other in graph["scales"]
        if all(other.get(key) == scale.get(key) for key in shared)
    }
    found.discard("")
    return found.pop() if len(found) == 1 else ""


def _of_panel(
    panel: dict[str, Any], title: str, axes: Mapping[str, str], words: Mapping[str, str], labels: Labels
) -> Iterator[Table]:
    contents = _contents(panel, axes, words, labels)
    groups: dict[tuple[str | float, ...], list[_Curve]] = {}
    for curve in contents.curves:
        groups.setdefault((curve.x_label, *curve.x), []).append(curve)
    found = [_listed(group, words) for group in groups.values()]
    if contents.rest:
        found.append(_summary(contents.rest, words, labels))
    if found:
        found[0].caption = title
    yield from found


def _contents(
    panel: dict[str, Any], axes: Mapping[str, str], words: Mapping[str, str], labels: Labels
) -> _Contents:
    """The panel's series; shapes without data are omitted. axes: label by name of the axis."""
    contents = _Contents()
    x_label, y_label = axes.get("x") or "x", axes.get("y") or words["value"]
    kinds = {scale["name"]: scale.get("kind") for scale in panel["scales"]}
    logs = kinds.get("x") == "log", kinds.get("y") == "log"
    unnamed = 0
    for series in panel["series"]:
        series = _finite(series)
        kind, x, y, values = (series[key] for key in ("kind", "x", "y", "values"))
        name = labels[series["label"]]
        if kind == "pie":
            names = [labels[one] for one in series["names"]]
            contents.curves.append(_Curve(words["share"], names, values, words["what"]))
        elif kind in ("bars", "histogram"):
            positions = bin_centres(series) if kind == "histogram" else _bar_names(series, labels)
            if x:
                curve = _Curve(name or y_label, positions, values, x_label, logs=logs)
            else:  # horizontal bars
                category = axes.get("y") or words["what"]
                curve = _Curve(name or x_label, positions, values, category, logs=logs[::-1])
            contents.curves.append(curve)
        elif len(x) > 1 and (kind == "line" or (kind == "points" and _is_curve(x))):
            unnamed += not name
            alone = sum(one["kind"] == kind for one in panel["series"]) == 1
            default = y_label if alone else words["line"].format(unnamed)
            contents.curves.append(_Curve(name or default, x, y, x_label, bool(name), logs))
        elif x or y or values:
            contents.rest.append(series)
    return contents


def _bar_names(series: dict[str, Any], labels: Labels) -> list[float | str]:
    """The category of each bar, or its position."""
    positions = series["x"] or series["y"]
    pairs = zip(series["names"], positions, strict=True)
    return [labels[name] or _number(position) for name, position in pairs]


def _finite(series: dict[str, Any]) -> dict[str, Any]:
    """The series without points at `nan` and `inf`, which are strings in a record."""
    x, y = series["x"], series["y"]
    if len(x) != len(y) or not any(isinstance(value, str) for value in (*x, *y)):
        return series
    kept = [pair for pair in zip(x, y, strict=True) if not any(isinstance(value, str) for value in pair)]
    return {**series, "count": len(kept), "x": [x for x, _ in kept], "y": [y for _, y in kept]}


def _is_curve(x: Sequence[float]) -> bool:
    return len(x) > MAX_UNORDERED and all(one < other for one, other in pairwise(x))


def _listed(curves: list[_Curve], words: Mapping[str, str]) -> Table:
    shown = sorted(curves, key=lambda curve: not curve.is_named)[:MAX_COLUMNS]
    x, (x_log, y_log) = shown[0].x, shown[0].logs
    chosen = _chosen(x if x_log else range(len(x)), [curve.y for curve in shown])
    notes = []
    if len(chosen) < len(x):
        notes.append(words["rows"].format(shown=len(chosen), total=len(x)))
    if len(shown) < len(curves):
        notes.append(words["columns"].format(shown=len(shown), total=len(curves)))
    values = [x if x_log else _negligible_as_zero(x)]
    values += [curve.y if y_log else _negligible_as_zero(curve.y) for curve in shown]
    columns = [[_number(value) for value in column] for column in values]
    rows = [[column[row] for column in columns] for row in chosen]
    return Table([shown[0].x_label, *(curve.name for curve in shown)], rows, note=". ".join(notes))


def _chosen(positions: Sequence[float | str], columns: Sequence[Sequence[float]]) -> list[int]:
    """Rows to show: sampled evenly, with the first, the last, and each column's lowest and highest.

    positions: of the rows, sampled on a logarithmic scale; a range for equal distances.
    """
    count = len(positions)
    if count <= ROWS + 3:
        return list(range(count))
    extremes = {0, count - 1}
    for column in columns:
        numbers = [row for row in range(count) if not isinstance(column[row], str)]  # not `nan`
        extremes |= {choose(numbers, key=column.__getitem__, default=0) for choose in (min, max)}
    even = max(ROWS - max(len(extremes) - 2, 0), ROWS // 2)
    logs = [math.log(one) for one in positions if isinstance(one, float) and one > 0]
    if len(logs) < count:
        return sorted(extremes | {round(step * (count - 1) / (even - 1)) for step in range(even)})
    goals = [logs[0] + step * (logs[-1] - logs[0]) / (even - 1) for step in range(even)]
    return sorted(extremes | {min(range(count), key=lambda row: abs(logs[row] - goal)) for goal in goals})


def _negligible_as_zero(values: Sequence[float | str], fraction: float = NEGLIGIBLE) -> list[float | str]:
    """The values with zeros for rounding errors: `1.2 × 10⁻¹⁶` would distract."""
    largest = max((abs(value) for value in values if not isinstance(value, str)), default=0)
    return [value if isinstance(value, str) or abs(value) > largest * fraction else 0.0 for value in values]


def _summary(rest: list[dict[str, Any]], words: Mapping[str, str], labels: Labels) -> Table:
    """A row for each series: how many points, and the range of its data."""
    rows = []
    for series in rest:
        kind = series["kind"]
        name = words.get(kind, "").format(*series["names"][:1] or [""]).strip()
        name = labels[series["label"]] or name
        if not name:
            continue
        form = "mean" if kind == "points" and series["count"] > 2 else "reach"
        cells = [_range(series[key], words, form) for key in ("x", "y")]
        rows.append([name, str(series["count"]), *cells, _range(series["values"], words, "reach")])
    head = [words[name] for name in ("what", "count", "x", "y", "value")]
    kept = [column for column in range(5) if column < 2 or any(row[column] for row in rows)]
    return Table([head[column] for column in kept], [[row[column] for column in kept] for row in rows])


def _range(values: Sequence[float | str], words: Mapping[str, str], form: str) -> str:
    numbers = [value for value in values if not isinstance(value, str)]  # not `nan` and `inf`
    if not numbers:
        return ""
    low, high = min(numbers), max(numbers)
    summary = _negligible_as_zero([low, high, math.fsum(numbers) / len(numbers)], NEGLIGIBLE_IN_SUMMARY)
    low_text, high_text, mean = (_number(number, 3) for number in summary)
    return low_text if low == high else words[form].format(low_text, high_text, mean)


def _number(value: float | str, digits: int = 4) -> str:
    """So many significant digits, with a power of ten only if needed: `12346`, `0.05`, `2.1 × 10⁻⁷`."""
    if isinstance(value, str):
        return value
    size = abs(value)
    if size and not 1e-4 <= size < 1e7:
        return show(float(value), ".2g")
    decimals = max(digits - 1 - math.floor(math.log10(size)), 0) if size else 0
    text = f"{value:.{decimals}f}"
    return show(text.rstrip("0").rstrip(".") if "." in text else text, None).replace("-", "−")

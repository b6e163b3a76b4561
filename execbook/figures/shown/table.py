"""A figure's data as tables, for readers who cannot see it or need the numbers.

Ordered series (curves, bars, histograms) are listed in about a dozen rows; scattered points and values shown
as colours are summarised. `points_csv` has every point.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from execbook.book import Book
from execbook.figures.shown.points_csv import IN_SPACE, Labels, bin_centres, read_labels
from execbook.records.numbers import date, date_step, rounded, step_of
from execbook.words import table as texts

ROWS = 12
"""How many rows are sampled evenly, in addition to the lowest and highest values of each column."""
NEGLIGIBLE = 1e-12
NEGLIGIBLE_IN_SUMMARY = 1e-6
"""Fractions of the largest value of a column, or of a summary, below which a value is given as zero."""
STEP, STEP_IN_SUMMARY = 0.01, 0.05
"""The fractions of a range that are visible in its numbers: `1000000.25` differs from `1000000.26`."""
UNKNOWN = "unknown"
ENDS = {"y_from": "low", "y_to": "high"}
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
    y: Sequence[float | str]
    x_label: str = ""
    is_named: bool = True
    logs: tuple[bool, bool] = (False, False)


@dataclass
class _Contents:
    """The series of a panel that are listed, the rest, which is summarised, and notes on what is left out."""

    curves: list[_Curve] = field(default_factory=list)
    rest: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


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
        axes = {
            scale["name"]: _axis_label(scale, graphs, labels) or words.get(scale.get("kind") or "", "")
            for scale in panel["scales"]
        }
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
        found.append(_summary(contents.rest, _shows(panel, labels), words, labels))
    if found:
        found[0].caption = title
        found[-1].note = ". ".join(filter(None, [found[-1].note, *dict.fromkeys(contents.notes)]))
    yield from found


Show = Callable[[float | str], float | str]
"""Turns a number of an axis into what is shown for it, if that is no number."""


def _shows(panel: dict[str, Any], labels: Labels) -> dict[str, Show]:
    """How the numbers of each axis are shown, by its name: those of dates and categories as text."""
    return {scale["name"]: _show(scale, panel["series"], labels) for scale in panel["scales"]}


def _show(scale: dict[str, Any], series: Sequence[dict[str, Any]], labels: Labels) -> Show:
    if scale.get("unit") == "date":
        days = [day for one in series for day in one.get(scale["name"], ()) if not isinstance(day, str)]
        step = date_step(days)
        return lambda value: value if isinstance(value, str) else date(value, step)
    names = {place: labels[name] for place, name in scale.get("names", ())}
    return lambda value: names.get(value, value)


def _contents(
    panel: dict[str, Any], axes: Mapping[str, str], words: Mapping[str, str], labels: Labels
) -> _Contents:
    """The panel's series; shapes without data are omitted. axes: label by name of the axis."""
    contents = _Contents()
    reader = _Reader(panel, axes, words, labels)
    unnamed = 0
    for series in panel["series"]:
        series = _finite(series)
        kind, x, y, values = (series[key] for key in ("kind", "x", "y", "values"))
        name = labels[series["label"]]
        if any(scale.get("unit") == UNKNOWN and series.get(scale["name"]) for scale in panel["scales"]):
            contents.notes.append(f"{name or words.get(kind, kind).format('').strip()}: {words['own unit']}")
        elif kind == "pie":
            names = [labels[one] for one in series["names"]]
            contents.curves.append(_Curve(words["share"], names, values, words["what"]))
        elif kind in ("bars", "histogram", "errors", "boxes", "violins"):
            contents.curves += reader.placed(series, name)
        elif len(x) > 1 and (kind == "line" or (kind == "points" and _is_curve(x))):
            unnamed += not name
            alone = sum(one["kind"] == kind for one in panel["series"]) == 1
            default = axes.get("y") or words["value"] if alone else words["line"].format(unnamed)
            contents.curves += reader.curve(series, name or default, bool(name))
        elif (x or y or values) and (name or kind in words):
            contents.rest.append(series)
        elif x or y or values or kind in ("Quiver", "Barbs") or kind.endswith("Collection"):
            contents.notes.append(words["left out"].format(kind))
    return contents


class _Reader:
    """Turns series of a panel into columns."""

    def __init__(
        self, panel: dict[str, Any], axes: Mapping[str, str], words: Mapping[str, str], labels: Labels
    ):
        self.panel, self.axes, self.words, self.labels = panel, axes, words, labels
        self.shows = _shows(panel, labels)
        self.logs = {scale["name"]: scale.get("kind") == "log" for scale in panel["scales"]}
        self.dates = {scale["name"] for scale in panel["scales"] if scale.get("unit") == "date"}

    def curve(self, series: dict[str, Any], name: str, is_named: bool) -> list[_Curve]:
        """A line or points in order, with the ends of their error bars."""
        columns = series.get("columns", {})
        x = [self.shows["x"](value) for value in series["x"]]
        label, logs = self.axes.get("x") or "x", (self.logs.get("x", False), self.logs.get("y", False))
        ends = [(f"{name}: {self.words[word]}", columns.get(key)) for key, word in ENDS.items()]
        found = [(name, series["y"]), *((one, values) for one, values in ends if values)]
        return [
            _Curve(one, x, [self.shows["y"](value) for value in values], label, is_named, logs)
            for one, values in found
        ]

    def placed(self, series: dict[str, Any], name: str) -> list[_Curve]:
        """Bars, bins, boxes or error bars, with a row for each place."""
        kind, columns = series["kind"], series.get("columns", {})
        lying = not series["x"]
        along, across = ("y", "x") if lying else ("x", "y")
        if lying:
            place, value = self.axes.get("y") or self.words["what"], self.axes.get("x") or "x"
        else:
            place, value = self.axes.get("x") or "x", self.axes.get("y") or self.words["value"]
        logs = self.logs.get(along, False), self.logs.get(across, False)
        show = self.shows.get(across, lambda number: number)
        found: list[tuple[str, Sequence[float | str]]] = []
        if kind in ("boxes", "violins"):
            named = {"median": series["values"]} | columns
            titles = {"mean": "average"}
            found = [
                (self.words[titles.get(key, key)], [show(one) for one in named[key]])
                for key in ("low", "q1", "median", "q3", "high", "mean")
                if key in named
            ]
            if name:
                found = [(f"{name}: {title}", numbers) for title, numbers in found]
        elif kind != "errors" and across not in self.dates:
            found = [(name or value, series["values"])]
        ends = [columns.get(f"{across}_{end}") for end in ("from", "to")]
        alone = sum(one["kind"] == "bars" for one in self.panel["series"]) == 1
        if all(ends) and (alone or kind == "errors" or across in self.dates):
            found += [
                (f"{name or value}: {self.words[word]}", [show(one) for one in numbers])
                for word, numbers in zip(("low", "high"), ends, strict=True)
            ]
        places = self.places(series, along)
        return [_Curve(title, places, numbers, place, logs=logs) for title, numbers in found]

    def places(self, series: dict[str, Any], along: str) -> list[float | str]:
        """The category of each bar, the ends of bins whose widths differ, or the middle."""
        columns, show = series.get("columns", {}), self.shows.get(along, lambda number: number)
        edges = [columns.get(f"{along}_{end}") for end in ("from", "to")]
        if all(edges):
            step = step_of(min(zip(*edges, strict=True), key=lambda pair: abs(pair[1] - pair[0])), STEP)
            pairs = [[_number(show(edge), step=step) for edge in pair] for pair in zip(*edges, strict=True)]
            return [self.words["reach"].format(*pair) for pair in pairs]
        if series["kind"] == "histogram":
            return [show(centre) for centre in bin_centres(series)]
        pairs = zip(series["names"] or [""] * series["count"], series[along], strict=True)
        texts = [(self.labels[name], show(position)) for name, position in pairs]
        step = step_of(series[along], STEP)
        return [name or _number(position, step=step) for name, position in texts]


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
    steps = [
        0.0 if log else _step(column)
        for column, log in zip(values, [x_log, *[y_log] * len(shown)], strict=True)
    ]
    columns = [
        [_number(value, step=step) for value in column] for column, step in zip(values, steps, strict=True)
    ]
    rows = [[column[row] for column in columns] for row in chosen]
    return Table([shown[0].x_label, *(curve.name for curve in shown)], rows, note=". ".join(notes))


def _chosen(positions: Sequence[float | str], columns: Sequence[Sequence[float | str]]) -> list[int]:
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


def _summary(
    rest: list[dict[str, Any]], shows: Mapping[str, Show], words: Mapping[str, str], labels: Labels
) -> Table:
    """A row for each series: how many points, and the range of its data."""
    rows = []
    for series in rest:
        kind = series["kind"]
        name = words.get(kind, "").format(*series["names"][:1] or [""]).strip()
        name = labels[series["label"]] or name
        form = "mean" if kind == "points" and series["count"] > 2 else "reach"
        places = [
            *((key, series[key]) for key in ("x", "y")),
            ("z" if kind in IN_SPACE else "", series["values"]),
        ]
        cells = [
            _range(values, words, form if key in ("x", "y") else "reach", shows.get(key))
            for key, values in places
        ]
        cells[2:] = ["", cells[2]] if kind in IN_SPACE else [cells[2], ""]
        rows.append([name, str(series["count"]), *cells])
    head = [words[name] for name in ("what", "count", "x", "y", "value", "z")]
    kept = [column for column in range(6) if column < 2 or any(row[column] for row in rows)]
    return Table([head[column] for column in kept], [[row[column] for column in kept] for row in rows])


def _range(values: Sequence[float | str], words: Mapping[str, str], form: str, show: Show | None) -> str:
    numbers = [value for value in values if not isinstance(value, str)]  # not `nan` and `inf`
    if not numbers:
        return ""
    low, high = min(numbers), max(numbers)
    summary = _negligible_as_zero([low, high, math.fsum(numbers) / len(numbers)], NEGLIGIBLE_IN_SUMMARY)
    step = step_of((low, high), STEP_IN_SUMMARY)
    shown = [show(number) if show else number for number in summary]
    if all(isinstance(one, str) for one in shown[:2]) and not isinstance(shown[2], str):
        form = "reach"  # categories have no mean
    low_text, high_text, mean = (_number(one, 3, step) for one in shown)
    return low_text if low == high else words[form].format(low_text, high_text, mean)


def _step(column: Sequence[float | str]) -> float:
    """The difference that has to be visible in a column."""
    return step_of((value for value in column if not isinstance(value, str)), STEP)


def _number(value: float | str, digits: int = 4, step: float = 0.0) -> str:
    """So many significant digits, or more if a difference of `step` has to be visible: see `rounded`."""
    return value if isinstance(value, str) else rounded(value, digits, step)

"""Every point of a figure, as CSV."""

import csv
import io
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from execbook.book import Book
from execbook.figures.drawing import translation
from execbook.figures.drawing.plain_math import plain
from execbook.problems import UnplacedProblem
from execbook.records.numbers import date, date_step

Labels = Mapping[str, str]
"""A figure's labels in the page's language, as plain text, by the recorded label."""

NAMED = ("bars", "boxes", "errors", "pie", "violins")
"""Kinds of series whose names are labels."""
IN_SPACE = ("bars in space", "line in space", "Path3DCollection", "Poly3DCollection", "Line3DCollection")
"""Kinds whose values are places on the third axis."""


COLUMNS = ("x_from", "x_to", "y_from", "y_to", "low", "q1", "q3", "high", "mean", "u", "v", "colour")
"""Columns that only some kinds of series have, in their order; see `figures.drawing.series`."""


def as_csv(book: Book, example_id: str, figure: int, language: str) -> str:
    """A row for every recorded point of a figure, counted from 0: panel, series, kind and data.

    Dates are written as in ISO 8601, categories as their names. Numbers in a unit that only the snippet
    knows are left out.
    """
    panels = book.panels(example_id, figure)
    labels = read_labels(book, example_id, panels, language)
    given = {name for panel in panels for one in panel["series"] for name in _columns(one)}
    more = [name for name in COLUMNS if name in given]
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["panel", "series", "kind", "x", "y", "value", "name", *more])
    for number, panel in enumerate(panels, 1):
        scales = {scale["name"]: scale for scale in panel["scales"]}
        for series in panel["series"]:
            columns = _columns(series)
            fields = [series[name] for name in ("x", "y", "values", "names")]
            if series["kind"] == "histogram":
                fields[0 if series["x"] else 1] = bin_centres(series)
            fields += [columns.get(name, []) for name in more]
            axes = ["x", "y", _value_axis(series), "", *(_axis_of(name, series) for name in more)]
            for row in range(max(map(len, fields), default=0)):
                cells = [
                    _cell(cell[row], scales.get(axis), series["kind"]) if row < len(cell) else ""
                    for axis, cell in zip(axes, fields, strict=True)
                ]
                cells = [labels.get(cell, cell) if isinstance(cell, str) else cell for cell in cells]
                writer.writerow([number, labels[series["label"]], series["kind"], *cells])
    return file.getvalue()


def _value_axis(series: dict[str, Any]) -> str:
    """The axis of a series' values: of bars their lengths, which are no dates even beside dates."""
    if series["kind"] in ("boxes", "violins"):
        return "x" if series["y"] else "y"
    return "z" if series["kind"] in IN_SPACE else ""


def _axis_of(column: str, series: dict[str, Any]) -> str:
    if column in ("low", "q1", "q3", "high", "mean"):
        return _value_axis(series)
    return column[0] if column.endswith(("_from", "_to")) else ""


def _cell(value: float | str, scale: Mapping[str, Any] | None, kind: str) -> float | str:
    if scale is None or isinstance(value, str):
        return value
    if scale.get("unit") == "date":
        return date(value, date_step([value])).replace(" ", "T")
    if scale.get("unit"):
        return ""
    return value if kind == "bars" else dict(map(tuple, scale.get("names", ()))).get(value, value)


def _columns(series: Mapping[str, Any]) -> dict[str, list[float]]:
    """The columns that only some kinds have; of a histogram always the edges of its bins."""
    columns = dict(series.get("columns", {}))
    if series["kind"] == "histogram":
        name = "x" if series["x"] else "y"
        edges = bin_edges(series)
        columns |= {f"{name}_from": edges[:-1], f"{name}_to": edges[1:]}
    return columns


def read_labels(book: Book, example_id: str, panels: Iterable[dict[str, Any]], language: str) -> Labels:
    """All labels of these panels.

    Raises UnplacedProblem for one that no run draws and no entry translates.
    """
    if language not in book.labels:
        return {text: plain(text) for text in _texts(panels)}
    entries = book.relevant_labels(book.run(example_id).snippet)[language]
    try:
        return {text: plain(translation.translate(text, entries)) for text in _texts(panels)}
    except translation.MissingLabel as missing:
        name = book.project.relative(book.project.labels(language))
        fix = (
            f"write it into {name}, for the table of a figure of {example_id!r}: "
            f'{json.dumps(missing.text, ensure_ascii=False)} = "…"'
        )
        raise UnplacedProblem(str(missing), fix, "labels") from None


def _texts(panels: Iterable[dict[str, Any]]) -> Iterator[str]:
    for panel in panels:
        yield panel["title"]
        for scale in panel["scales"]:
            yield scale["label"]
            yield from (name for _, name in scale.get("names", ()))
        for series in panel["series"]:
            yield series["label"]
            if series["kind"] in NAMED:
                yield from series["names"]


def bin_edges(series: Mapping[str, Any]) -> list[float]:
    """The edges of a histogram's bins: those recorded if the widths differ, else at equal distances."""
    name = "x" if series["x"] else "y"
    columns = series.get("columns", {})
    if f"{name}_from" in columns:
        return [*columns[f"{name}_from"], columns[f"{name}_to"][-1]]
    start, end = series[name]
    width = (end - start) / series["count"]
    return [_tidy(start + number * width, width) for number in range(series["count"])] + [end]


def bin_centres(series: Mapping[str, Any]) -> list[float]:
    """The middle of each bin of a histogram."""
    edges = bin_edges(series)
    return [_tidy((one + other) / 2, other - one) for one, other in pairwise(edges)]


def _tidy(value: float, width: float) -> float:
    """A number without rounding errors, to a millionth of the width of its bin."""
    digits = 6 + max(math.floor(math.log10(abs(value) / abs(width))), 0) if value and width else 6
    return float(f"{value:.{digits}g}")

"""Every point of a figure, as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from execbook.book import Book
from execbook.figures.drawing import translation
from execbook.figures.drawing.plain_math import plain
from execbook.problems import UnplacedProblem

Labels = Mapping[str, str]
"""A figure's labels in the page's language, as plain text, by the recorded label."""


def as_csv(book: Book, example_id: str, figure: int, language: str) -> str:
    """A row for every recorded point of a figure, counted from 0: panel, series, kind and data."""
    panels = book.panels(example_id, figure)
    labels = read_labels(book, example_id, panels, language)
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["panel", "series", "kind", "x", "y", "value", "name"])
    for number, panel in enumerate(panels, 1):
        for series in panel["series"]:
            fields = [series[name] for name in ("x", "y", "values", "names")]
            if series["kind"] == "histogram":
                fields[0 if series["x"] else 1] = bin_centres(series)
            for row in range(max(map(len, fields), default=0)):
                cells = [cell[row] if row < len(cell) else "" for cell in fields]
                cells[3] = labels.get(cells[3], cells[3])
                writer.writerow([number, labels[series["label"]], series["kind"], *cells])
    return file.getvalue()


def read_labels(book: Book, example_id: str, panels: Iterable[dict[str, Any]], language: str) -> Labels:
    """All labels of these panels.

    Raises UnplacedProblem for one that no run draws and no entry translates.
    """
    if (catalogue := book.labels.get(language)) is None:
        return {text: plain(text) for text in _texts(panels)}
    entries = catalogue.relevant(book.run(example_id).snippet)
    try:
        return {text: plain(translation.translate(text, entries)) for text in _texts(panels)}
    except translation.MissingLabel as missing:
        name = book.project.relative(book.project.labels(language))
        fix = f"write it into {name}, for the table of a figure of {example_id!r}"
        raise UnplacedProblem(str(missing), fix, "labels") from None


def _texts(panels: Iterable[dict[str, Any]]) -> Iterator[str]:
    for panel in panels:
        yield panel["title"]
        for scale in panel["scales"]:
            yield scale["label"]
        for series in panel["series"]:
            yield series["label"]
            if series["kind"] in ("bars", "pie"):
                yield from series["names"]


def bin_centres(series: dict[str, Any]) -> list[float]:
    """The centres of a histogram's bins, which have equal width."""
    start, end = series["x"] or series["y"]
    width = (end - start) / series["count"]
    return [float(f"{start + (number + 0.5) * width:.6g}") for number in range(series["count"])]

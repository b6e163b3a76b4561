"""Every point of a figure, as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from execbook.book import Book
from execbook.figures.drawing import translation
from execbook.figures.drawing.plain_math import plain
from execbook.problems import UnplacedProblem

Say = Mapping[str, str]
"""The figure's labels in the page's language, as plain text."""


def as_csv(book: Book, id: str, figure: int, language: str) -> str:
    """Every recorded point of a figure: one row each, with its panel, its series, and what was drawn."""
    panels = book.panels(id, figure)
    say = say_of(book, id, panels, language)
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["panel", "series", "kind", "x", "y", "value", "name"])
    for number, panel in enumerate(panels, 1):
        for series in panel["series"]:
            fields = [series[name] for name in ("x", "y", "values", "names")]
            if series["kind"] == "histogram":
                fields[0 if series["x"] else 1] = middles(series)
            for row in range(max(map(len, fields), default=0)):
                cells = [cell[row] if row < len(cell) else "" for cell in fields]
                cells[3] = say.get(cells[3], cells[3])
                writer.writerow([number, say[series["label"]], series["kind"], *cells])
    return file.getvalue()


def say_of(book: Book, id: str, panels: Iterable[dict], language: str) -> Say:
    """Every label of these panels. Raises UnplacedProblem for one that is not drawn: it may lack Korean."""
    if language == "en":
        return {text: plain(text) for text in _texts(panels)}
    entries = book.labels.relevant(book.run(id).snippet)
    try:
        return {text: plain(translation.translate(text, entries)) for text in _texts(panels)}
    except translation.MissingLabel as missing:
        cure = f"write it into words/labels.ko.toml, for the table of a figure of {id!r}"
        raise UnplacedProblem(str(missing), cure, "labels") from None


def _texts(panels: Iterable[dict]) -> Iterator[str]:
    for panel in panels:
        yield panel["title"]
        for scale in panel["scales"]:
            yield scale["label"]
        for series in panel["series"]:
            yield series["label"]
            if series["kind"] in ("bars", "pie"):
                yield from series["names"]


def middles(series: dict) -> list[float]:
    """The middles of a histogram's bins, which are of one width."""
    start, end = series["x"] or series["y"]
    width = (end - start) / series["count"]
    return [float(f"{start + (number + 0.5) * width:.6g}") for number in range(series["count"])]

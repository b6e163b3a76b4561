"""Whether readers who cannot distinguish colours can read the figures, and whether the figures stay light."""

from collections.abc import Iterator

from execbook.book import Book
from execbook.check.rules import rule
from execbook.figures.drawing.svg import MAX_BYTES
from execbook.problems import Problem

CURE = "give one of them another line style or a marker: ax.plot(x, y, '--') or ax.plot(x, y, 'o-')"


@rule("figure-size", f"A figure's drawing takes at most {MAX_BYTES // 1000} kB in each language.")
def sizes(book: Book) -> Iterator[Problem]:
    for example_id, record in book.records.items():
        for number, figure in enumerate(record.figures):
            folder = book.store.folder_of(record.key)
            size = max((folder / name).stat().st_size for name in figure.files.values())
            if size > MAX_BYTES:
                yield Problem(
                    book.project.relative(book.snippets[example_id].path),
                    0,
                    f"figure {number + 1} takes {size // 1000} kB (maximum: {MAX_BYTES // 1000} kB)",
                    "draw fewer marks, panels or cells, for example every tenth point",
                    "figure-size",
                )


@rule("colour-alone", "Named lines of a figure differ in more than colour.", house=True)
def figures(book: Book) -> Iterator[Problem]:
    for example_id, record in book.records.items():
        for number in range(len(record.figures)):
            for one, other in _indistinguishable(book.panels(example_id, number)):
                yield Problem(
                    book.project.relative(book.snippets[example_id].path),
                    0,
                    f"the lines {one!r} and {other!r} of figure {number + 1} differ only in colour",
                    CURE,
                    "colour-alone",
                )


def _indistinguishable(panels: list[dict]) -> Iterator[tuple[str, str]]:
    for panel in panels:
        named: dict[str, str] = {}
        for series in panel["series"]:
            if series["style"] and series["label"]:
                first = named.setdefault(series["style"], series["label"])
                if first != series["label"]:
                    yield first, series["label"]

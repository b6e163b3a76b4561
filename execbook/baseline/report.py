"""Format deviations as a table, each with the page and line that shows the value."""

from collections.abc import Iterable, Sequence

from execbook.baseline.compare import MISSING, Deviation
from execbook.book import Book
from execbook.book.bindings import bind
from execbook.problems import UnplacedProblem
from execbook.sources.pages import Page

COLUMNS = ("page", "example", "value", "was", "is", "tolerance")


class Places:
    """The pages and lines that show examples and quote values."""

    def __init__(self, book: Book):
        self.examples: dict[str, str] = {}
        self.values: dict[tuple[str, str], str] = {}
        for page in book.pages[book.project.languages[0]].values():
            if page.problems:
                continue
            for example in page.examples:
                self.examples.setdefault(example.id, f"{page.name}:{example.line}")
            self._add_values(page, book)

    def _add_values(self, page: Page, book: Book) -> None:
        shown = [example.id for example in page.examples]
        for value in page.values:
            try:
                found = bind(book, value.example, value.name, shown)
            except UnplacedProblem:
                continue
            self.values.setdefault((found.example, found.name), f"{page.name}:{value.line}")

    def quoted(self) -> dict[str, set[str]]:
        """Names of the values that pages quote, by example."""
        found: dict[str, set[str]] = {}
        for example, name in self.values:
            found.setdefault(example, set()).add(name)
        return found

    def of(self, one: Deviation) -> str:
        """The page and line that quote the value, else those that show the example."""
        kind, _, name = one.place.partition(" ")
        quoted = self.values.get((one.example, name)) if kind == "value" else None
        return quoted or self.examples.get(one.example, MISSING)


def table(found: Iterable[Deviation], places: Places) -> list[str]:
    """A header line and a line for each deviation, in columns."""
    rows: list[Sequence[str]] = [COLUMNS]
    for one in found:
        tolerance = f"±{one.allowed:.2g}" if one.allowed else "equal"
        rows.append((places.of(one), one.example, one.place, one.was, one.is_, tolerance))
    return columns(rows)


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines with aligned cells."""
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]

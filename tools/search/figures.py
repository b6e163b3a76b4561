"""Count how often the right page comes first, or among the first three."""

from collections.abc import Sequence
from dataclasses import dataclass

from tools.search.asking import Found
from tools.search.lists import Query

FIRST = 3
"""A page further down counts as not found: few readers look at it, and a phone does not show it."""


@dataclass
class Figures:
    """Of `asked` queries the right page came first for `first` and among the first three for `top`.

    empty: queries that the site could answer and that found nothing at all.
    """

    asked: int = 0
    first: int = 0
    top: int = 0
    empty: int = 0

    def count(self, query: Query, found: Sequence[Found]) -> None:
        """Add a query and the pages that it found."""
        self.asked += 1
        self.top += self.answered(query, found)
        self.first += bool(found) and found[0].key in query.pages
        self.empty += bool(query.pages) and not found

    @staticmethod
    def answered(query: Query, found: Sequence[Found]) -> bool:
        """Whether the reader is served: by a right page early, or by none with all words if there is none."""
        if query.pages:
            return any(page.key in query.pages for page in found[:FIRST])
        return all(page.is_partial for page in found)

    @property
    def share(self) -> float:
        """The share of queries whose page is among the first three, from 0 to 1."""
        return self.top / self.asked

    def __str__(self) -> str:
        if not self.asked:
            return "-"
        empty = f", {self.empty} empty" if self.empty else ""
        return f"{self.top}/{self.asked} ({self.share:.1%}), 1st {self.first}{empty}"

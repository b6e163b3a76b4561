"""Titles that two pages of a language share, which search and navigation cannot distinguish."""

from collections.abc import Iterator

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem
from execbook.sources.pages import Page


@rule(
    "duplicate-title",
    "Every page of a language has a unique title.",
    Break("docs/en/part/halving.md", "title: Halving", "title: Numbers"),
    house=True,
)
def titles(book: Book) -> Iterator[Problem]:
    for pages in book.pages.values():
        seen: dict[str, Page] = {}
        for page in pages.values():
            title = str(page.meta.get("title", "")).strip()
            first = seen.setdefault(title, page)
            if title and first is not page:
                message = f"has the title {title!r}, which is that of {first.name}"
                yield Problem(page.name, 1, message, "give each page a unique title", "duplicate-title")

"""Titles that two pages of a language share: in search and navigation nobody can tell which is which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from execbook.problems import Problem
from execbook.sources.pages import Page


def check(pages: Iterable[Page]) -> Iterator[Problem]:
    """Of the pages of one language those whose title an earlier one has."""
    seen: dict[str, Page] = {}
    for page in pages:
        title = str(page.meta.get("title", "")).strip()
        first = seen.setdefault(title, page)
        if title and first is not page:
            yield Problem(
                page.name,
                1,
                f"has the title {title!r}, which is that of {first.name}",
                "give each page a title of its own",
                "duplicate-title",
            )

"""Front matter, headings and their ids, and pages without content."""

from __future__ import annotations

from collections.abc import Iterator

from execbook.problems import Problem
from execbook.sources.pages import Page


def check(page: Page) -> Iterator[Problem]:
    """Faults of one page's front matter and headings, and an empty page."""
    yield from _front_matter(page)
    if not (page.examples or page.fences or _text_lines(page)):
        yield Problem(
            page.name, 0, "is empty", "write the page, or delete it in both languages", "empty-page"
        )
    seen: dict[str, int] = {}
    for heading in page.headings:
        if heading.id is None:
            yield Problem(
                page.name,
                heading.line,
                f"the heading {heading.text!r} has no explicit id, and a derived one changes with every edit",
                "add {#id}, the same in both languages",
                "heading-id",
            )
        elif heading.id in seen:
            yield Problem(
                page.name,
                heading.line,
                f"the id {heading.id!r} is already that of the heading in line {seen[heading.id]}",
                "give each heading its own id",
                "duplicate-id",
            )
        else:
            seen[heading.id] = heading.line


def _front_matter(page: Page) -> Iterator[Problem]:
    if any(problem.rule == "front-matter" for problem in page.problems):
        return
    wanted = ["title", "description"]
    if page.examples:
        wanted.append("tags")  # an index or a page about the site has no topic of its own
    missing = [name for name in wanted if not page.meta.get(name)]
    if missing:
        yield Problem(
            page.name,
            1,
            f"the front matter has no {' and no '.join(missing)}",
            "begin the page with ---, title: …, description: …, tags: […], ---",
            "front-matter",
        )


def _text_lines(page: Page) -> list[int]:
    """Lines of prose that are no headings."""
    headings = {heading.line for heading in page.headings}
    return [prose.line for prose in page.prose if prose.line not in headings]

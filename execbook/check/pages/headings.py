"""Headings and their ids, and pages without content."""

from collections.abc import Iterator

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem
from execbook.sources.pages import Page

PAGES = "docs/*/part/halving.md"


@rule(
    "heading-id",
    "Every heading has an explicit id, as a generated one changes with every edit.",
    Break(PAGES, " {#run}"),
    house=True,
)
@rule(
    "duplicate-id",
    "Every heading of a page has a unique id.",
    Break(PAGES, "\n[1]", "\n## Again {#run}\n\n[1]"),
)
def headings(book: Book) -> Iterator[Problem]:
    for page in book.all_pages():
        seen: dict[str, int] = {}
        for heading in page.headings:
            if heading.id is None:
                yield Problem(
                    page.name,
                    heading.line,
                    f"the heading {heading.text!r} has no explicit id; a generated one changes with edits",
                    "add {#id}, the same in both languages",
                    "heading-id",
                )
            elif heading.id in seen:
                message = f"the id {heading.id!r} is already used by the heading in line {seen[heading.id]}"
                cure = "give each heading its own id"
                yield Problem(page.name, heading.line, message, cure, "duplicate-id")
            else:
                seen[heading.id] = heading.line


@rule(
    "empty-page",
    "Every page has content.",
    Break("docs/en/empty.md", new="---\ntitle: a\ndescription: b\n---\n"),
)
def content(book: Book) -> Iterator[Problem]:
    for page in book.all_pages():
        if not (page.examples or page.fences or _text_lines(page)):
            yield Problem(
                page.name, 0, "is empty", "write the page, or delete it in both languages", "empty-page"
            )


def _text_lines(page: Page) -> list[int]:
    """Lines of prose that are not headings."""
    headings = {heading.line for heading in page.headings}
    return [prose.line for prose in page.prose if prose.line not in headings]

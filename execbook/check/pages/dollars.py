"""Dollars of amounts that would set the text between them as a formula."""

import re
from collections.abc import Iterator

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem
from execbook.sources.pages import Page
from execbook.sources.pages.inline import DISPLAY, INLINE

PAGES = "docs/*/part/halving.md"

WORDS = re.compile(
    r"\\(?:text\w*|mathrm|mathbf|mathsf|operatorname\*?|begin|end|tag)\s*\{[^{}]*\}|\{\{[^{}]*\}\}"
)
"""Where words belong in a formula, and bound values."""

PROSE = re.compile(
    r"[ㄱ-ㆎ가-힣]|^\d[\d,.]*(?:\s*[A-Za-z]{2,}|\s+\|)|(?<![\\A-Za-z{])[A-Za-z]{2,}\s+[A-Za-z]{2,}"
)
NAME, ANOTHER = re.compile(r"[A-Za-z_]{2,}"), re.compile(r"[A-Z_]{2,}")
"""Two variables of a shell: `$HOME/$PATH`."""

DOLLAR = re.compile(r"(?<!\\)\$")
CURE = "write \\$ for a dollar, and \\text{…} around the words of a formula"


@rule(
    "dollar",
    "Dollars enclose formulas only; the dollar of an amount is `\\$` wherever it could be taken for one.",
    Break(PAGES, "[1]", "From $5 to 10$ [1]"),
)
def dollars(book: Book) -> Iterator[Problem]:
    for page in book.all_pages():
        yield from problems_of(page)


def problems_of(page: Page) -> Iterator[Problem]:
    """The dollars of one page that are no formula's."""
    canvas = page.uncoded.copy()
    for match in DISPLAY.finditer(canvas.text):
        canvas.blank(*match.span())
    lines = set()
    for match in INLINE.finditer(canvas.text):
        line = canvas.line_of(match.start())
        lines.add(line)
        bare = WORDS.sub(" ", match["latex"])
        if PROSE.search(bare) or (NAME.search(bare) and ANOTHER.match(canvas.text, match.end())):
            shown = " ".join(match[0].split())
            message = f"{shown} is text between two dollars, which would be set as a formula"
            yield Problem(page.name, line, message, CURE, "dollar")
    for line in sorted(lines):
        if DOLLAR.search(page.plain.line(line)):
            message = "has a single dollar beside a formula, so that it is not clear where the formula begins"
            yield Problem(page.name, line, message, CURE, "dollar")

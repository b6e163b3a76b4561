"""Whether every word of a page's source is on the built page, whatever might have removed it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from html import unescape

from execbook.built.html import BuiltPage
from execbook.built.site import Site, built_file
from execbook.check.pages import tags
from execbook.check.rules import Break, site_rule
from execbook.problems import Problem
from execbook.sources.pages import Page, inline
from execbook.sources.pages.canvas import MARK

WORD = re.compile(r"[^\W\d_]+|\d+")
LABEL = re.compile(r"\[\^[^\]]+\]:?|(?<=\])\[[^\[\]]*\]")
"""The label of a footnote, and that of a link by reference."""

NUMBER = re.compile(r"^[ >]*(?:[-*+][ ]+)?\d{1,2}\.[ ]", re.MULTILINE)
"""The number of a list item, which browsers show; more digits are text, such as a year."""

SHOWN = 8


@site_rule(
    "lost-text",
    "Every word of a page's source is on the built page.",
    Break("site/en/part/halving/index.html", "It ends at"),
)
def words(site: Site) -> Iterator[Problem]:
    for page in site.book.all_pages():
        if built := site.pages.get(built_file(page.language, page.key)):
            for line, missing in sorted(lost(page, built).items()):
                shown = ", ".join(repr(word) for word in missing[:SHOWN])
                more = ", …" if len(missing) > SHOWN else ""
                message = f"is not shown in full on the built page, which lacks {shown}{more}"
                cure = (
                    "see what the page shows there: signs such as <, | or a number at the start may be taken "
                    "for marks; write them as &lt; or \\|, or put them into code"
                )
                yield Problem(page.name, line, message, cure, "lost-text")


def lost(page: Page, built: BuiltPage) -> dict[int, list[str]]:
    """The words that the built page has less often than the source, by the line that probably lost them."""
    lines = {number: _words(text) for number, text in _prose(page)}
    missing = Counter(word for found in lines.values() for word in found)
    missing -= Counter(
        word for text in (*built.prose, *(alt or "" for _, alt, _ in built.images)) for word in _words(text)
    )
    found_in: dict[int, list[str]] = {}
    while missing:
        line = max(lines, key=lambda number: sum((Counter(lines[number]) & missing).values()))
        found = Counter(lines.pop(line)) & missing
        if not found:
            break
        found_in[line] = list(found)
        missing -= found
    return found_in


def _words(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFC", text))


def _prose(page: Page) -> Iterator[tuple[int, str]]:
    """The lines of a page with the text that readers should see, without code and formulas."""
    canvas = page.plain.copy()
    inline.read_links(canvas)
    for pattern in (LABEL, NUMBER, inline.ATTRIBUTES, tags.TAG):
        for match in pattern.finditer(canvas.text):
            if pattern is not tags.TAG or tags.is_tag(match):
                canvas.blank(*match.span())
    for number in range(page.body, canvas.count + 1):
        yield number, unescape(canvas.line(number).replace(MARK, " "))

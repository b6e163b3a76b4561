"""Signs that Markdown takes for HTML tags, so that browsers do not show them: `x<y and y>z`."""

import re
from collections.abc import Iterator

from execbook.book import Book
from execbook.built.html import VOID
from execbook.check.rules import Break, rule
from execbook.problems import Problem
from execbook.sources.pages import Page
from execbook.sources.pages.inline import AUTOLINK

PAGES = "docs/*/part/halving.md"

TAG = re.compile(r"<(?P<slash>/?)(?P<name>[a-zA-Z][^<>@\s/]*)(?P<attributes>[^<>]*)>|<(?P<other>[!?])")
MAIL = re.compile(r"<[^<>\s]+@[^<>\s]+>")
ATTRIBUTES = re.compile(
    r"""(?:\s+(?P<name>[a-zA-Z][\w:.-]*)(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'=<>`]+))?)*\s*/?"""
)
BARE = re.compile(r"\s([a-zA-Z][\w:.-]*)(?=\s|/|$)(?!\s*=)")
WITHOUT_VALUE = frozenset(
    ("controls", "download", "hidden", "inert", "loop", "markdown", "muted", "open", "reversed")
)
ELEMENTS = VOID | frozenset(
    re.findall(
        r"\w+",
        """
        a abbr address article aside audio b bdi bdo blockquote button caption cite code colgroup data dd
        del details dfn div dl dt em figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup i iframe
        ins kbd label li main map mark math menu meter nav object ol output p picture pre progress q rp rt
        ruby s samp script search section small span strong style sub summary sup svg table tbody td
        template tfoot th thead time tr u ul var video
        """,
    )
)
"""Elements of a page's body. Source: https://html.spec.whatwg.org/multipage/indices.html"""

CURE = "write &lt; for the sign <, or put it into code or a formula"


@rule(
    "stray-tag",
    "What Markdown takes for an HTML tag is one, with valid attributes and an end.",
    Break(PAGES, "[1]", "If x<y and y>z [1]"),
)
def stray_tags(book: Book) -> Iterator[Problem]:
    for page in book.all_pages():
        yield from problems_of(page)


def is_tag(match: re.Match[str]) -> bool:
    """Whether a match of TAG is a tag of HTML, of an element that a page can have."""
    return (match["name"] or "").lower() in ELEMENTS and _valid(match["attributes"])


def problems_of(page: Page) -> Iterator[Problem]:
    """The stray tags of one page."""
    canvas = page.plain.copy()
    for pattern in (AUTOLINK, MAIL):
        for match in pattern.finditer(canvas.text):
            canvas.blank(*match.span())
    opened: dict[str, list[int]] = {}

    def problem(offset: int, message: str) -> Problem:
        return Problem(page.name, canvas.line_of(offset), message, CURE, "stray-tag")

    for match in TAG.finditer(canvas.text):
        shown = " ".join(match[0].split())[:40]
        name = (match["name"] or "").lower()
        if match["other"]:
            if not canvas.text.startswith("<!--", match.start()):
                yield problem(
                    match.start(), f"{shown} is no HTML that a page can have, so it would not be shown"
                )
        elif name not in ELEMENTS:
            yield problem(match.start(), f"{shown} is no tag of HTML, so browsers would not show it")
        elif not _valid(match["attributes"]):
            yield problem(match.start(), f"{shown} has no valid attributes, so it would not be shown")
        elif match["slash"]:
            if not opened.get(name):
                yield problem(match.start(), f"{shown} ends no element")
            else:
                opened[name].pop()
        elif name not in VOID and not match["attributes"].endswith("/"):
            opened.setdefault(name, []).append(match.start())
    for name, offsets in opened.items():
        for offset in offsets:
            yield problem(offset, f"<{name}> is never ended, so it would not be shown")


def _valid(attributes: str) -> bool:
    names = BARE.findall(re.sub(r"""=\s*(?:"[^"]*"|'[^']*')""", "=x", attributes))
    return bool(ATTRIBUTES.fullmatch(attributes)) and {name.lower() for name in names} <= WITHOUT_VALUE

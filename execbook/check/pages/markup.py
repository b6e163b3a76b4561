"""Raw HTML in pages that would run a script or load from another host, and images without a description."""

import re
from collections.abc import Iterator

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem
from execbook.sources.pages import Page, inline

EN, PAGES = "docs/en/part/halving.md", "docs/*/part/halving.md"

ACTIVE = re.compile(r"</?(script|style|iframe|object|embed|base|meta|link)\b", re.IGNORECASE)
FOREIGN = re.compile(
    r"\b(?:src|srcset|poster)\s*=\s*[\"']?\s*(?P<url>(?:https?:)?//[^\s\"'>]+)", re.IGNORECASE
)
EMPTY_IMAGE = re.compile(r"!\[\s*\](?=[(\[])")
HANDLER = re.compile(r"[\s\"'{](on[a-z]+)\s*=", re.IGNORECASE)


@rule(
    "raw-script",
    "Pages contain no script, style, frame or event handler, and no link that runs a script.",
    Break(EN, "[1]", "<script>alert(1)</script>\n\n[1]"),
)
@rule(
    "third-party", "Nothing is loaded from another host.", Break(PAGES, "[1]", "![x](https://a.b/c.png) [1]")
)
@rule("image-alt", "Every image has a description.", Break(PAGES, "[1]", "![ ](../a.svg) [1]"))
def markup(book: Book) -> Iterator[Problem]:
    for page in book.all_pages():
        yield from _page(page)


def _page(page: Page) -> Iterator[Problem]:
    canvas = page.uncoded
    for pattern in (inline.TAG, inline.ATTRIBUTES):
        for match in pattern.finditer(canvas.text):
            line = canvas.line_of(match.start())
            if (tag := ACTIVE.match(match[0])) and not match[0].startswith("</"):
                cure = "put scripts and styles into theme, and remove the tag from the page"
                yield Problem(page.name, line, f"has a raw <{tag[1].lower()}>", cure, "raw-script")
            if foreign := FOREIGN.search(match[0]):
                message = f"loads {foreign['url']!r} from another host"
                yield Problem(page.name, line, message, "put the file beside the page", "third-party")
            if handler := HANDLER.search(match[0]):
                cure = "remove it, or write it in theme/overrides/assets/javascripts"
                yield Problem(page.name, line, f"has the event handler {handler[1]}", cure, "raw-script")
    for match in EMPTY_IMAGE.finditer(canvas.text):
        message = "shows an image without a description"
        cure = "describe the image between the brackets, for those who cannot see it"
        yield Problem(page.name, canvas.line_of(match.start()), message, cure, "image-alt")
    for link in page.links:
        if link.kind == "image" and re.match(r"https?://", link.target, re.IGNORECASE):
            message = f"shows the image {link.target!r} from another host"
            yield Problem(page.name, link.line, message, "put the file beside the page", "third-party")
        if re.match(r"\s*(?:javascript|vbscript|data):", link.target, re.IGNORECASE):
            message = f"the address {link.target[:40]!r} would run or embed something"
            cure = "link to a page, or put the image into a file"
            yield Problem(page.name, link.line, message, cure, "raw-script")

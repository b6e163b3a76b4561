"""Marks of other Markdown dialects, which this book's Markdown would show as they are typed."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem
from execbook.sources.pages import Page
from execbook.sources.pages.canvas import MARK

PAGES = "docs/*/part/halving.md"

BLOCK = "write a block: /// note (or tip, warning, details, tab), an empty line, the text, and /// at its end"
PLAIN = "write *emphasis*, **strong emphasis** or plain words; code and formulas keep such marks"
FORMULA = "write $…$ in a line and $$…$$ on lines of its own"


class Mark(NamedTuple):
    """What another dialect means by a pattern, and what to write instead."""

    pattern: re.Pattern[str]
    what: str
    cure: str


def _mark(pattern: str, what: str, cure: str) -> Mark:
    return Mark(re.compile(pattern, re.MULTILINE), what, cure)


MARKS = (
    _mark(r"^[ >]*(?:!!!|\?\?\?\+?)[ ]+\S", "a box of another Markdown", BLOCK),
    _mark(r"^[ >]*===[+!]*[ ]+[\"']", "a tab of another Markdown", BLOCK),
    _mark(r"^[ ]*>[ ]*\[![\w-]+\]", "a box of another Markdown", BLOCK),
    _mark(r"^[ >]*:{3,}", "a box of another Markdown", BLOCK),
    _mark(r"^[ >]*\.\.[ ]+[\w-]+::", "a directive of reStructuredText", BLOCK),
    _mark(r"^[ >]*:[ ]+\S", "a definition list", "write /// definition, or a list with the terms in bold"),
    _mark(r"^[ ]*\*\[[^\]\n]+\]:", "an abbreviation", "spell it out where it is first used"),
    _mark(r"^[ >]*(?:[-*+]|\d+\.)[ ]+\[[ xX]\](?=[ \n]|$)", "a task list", "write a plain list: - done: …"),
    _mark(r"^[ >]*\d+\)[ ].*\n[ >]*\d+\)[ ]", "a list with brackets", "write 1. and 2., after an empty line"),
    _mark(
        r"^[ >]*[•‣◦●○■□▪▸►][ ]*\S", "a list with typed bullets", "write - at the start, after an empty line"
    ),
    _mark(rf"\{{[a-zA-Z][\w:-]*\}}(?={MARK})", "a role of another dialect", FORMULA),
    _mark(r"\{%.*?%\}", "a template", "write what it stands for"),
    _mark(r"!?\[\[[^\W\d][^\[\]\n]*\]\]", "a link of a wiki", "write [text](page.md)"),
    _mark(r"~~(?=\S).+?(?<=\S)~~", "struck-through text", PLAIN),
    _mark(r"(?<![=<>!])==(?=[^\s=])[^=\n]*[^\s=]==(?!=)", "marked text", PLAIN),
    _mark(r"(?<![A-Za-z+])\+\+\w[\w+ -]*\+\+(?!\w)", "inserted text or keys", PLAIN),
    _mark(r"\^\^(?=\S)[^^\n]+\^\^|\w\^[\w+-]+\^", "raised text", FORMULA),
    _mark(r"(?<=[A-Za-z])~[A-Za-z\d]+~", "lowered text", FORMULA),
    _mark(
        r"(?<![A-Za-z0-9:]):(?:[a-z][a-z0-9_+-]*|[+-]1):(?![A-Za-z0-9:])",
        "an emoji by name",
        "write the sign itself",
    ),
    _mark(r"\\\(.*?\\\)|\\\[.*?\\\]", "a formula in other delimiters", FORMULA),
    _mark(
        r"(?<![\w_])__\w+__(?![\w_])", "bold letters where a name in underscores is meant", "write it as code"
    ),
    _mark(
        r"(?<=\S)(?<!\\)\\$",
        "a line break by a backslash",
        "write two spaces at the end of the line, or <br>",
    ),
)
NOTE = re.compile(r"\[\^(?P<label>[^\]\s]+)\](?P<defines>:?)")
REFERENCE = re.compile(r"\[(?P<text>[^\[\]]*[^\W\d][^\[\]]*)\]\[(?P<label>[^\[\]]*)\]")


@rule(
    "dialect",
    "A page has no marks of other Markdown dialects.",
    Break(PAGES, "[1]", "!!! note\n    Text\n\n[1]"),
)
@rule(
    "undefined-reference",
    "Footnotes and links by reference are defined on their page.",
    Break(PAGES, "[1]", "Text[^one] [1]"),
)
def dialects(book: Book) -> Iterator[Problem]:
    for page in book.all_pages():
        yield from problems_of(page)


def problems_of(page: Page) -> Iterator[Problem]:
    """The marks and references of one page."""
    yield from _marks(page)
    yield from _references(page)


def _marks(page: Page) -> Iterator[Problem]:
    canvas = page.plain
    for mark in MARKS:
        for match in mark.pattern.finditer(canvas.text):
            shown = " ".join(match[0].split())[:30]
            line = canvas.line_of(match.end() if match[0].startswith("\n") else match.start())
            message = f"has {mark.what}, which would be shown as typed: {shown}"
            yield Problem(page.name, line, message, mark.cure, "dialect")


def _references(page: Page) -> Iterator[Problem]:
    canvas = page.plain
    notes = list(NOTE.finditer(canvas.text))
    defined = {note["label"] for note in notes if note["defines"]}
    for note in notes:
        if note["label"] not in defined:
            yield _undefined(page, note.start(), note[0], f"write [^{note['label']}]: and its text below")
    labels = {" ".join(link.text.lower().split()) for link in page.links if link.kind == "definition"}
    for match in REFERENCE.finditer(canvas.text):
        label = " ".join((match["label"] or match["text"]).lower().split())
        if label not in labels:
            yield _undefined(page, match.start(), match[0], f"write [{match['text']}](page.md)")


def _undefined(page: Page, offset: int, text: str, cure: str) -> Problem:
    message = f"{text} is not defined on this page, so it would be shown as typed"
    return Problem(page.name, page.plain.line_of(offset), message, cure, "undefined-reference")

"""The text around a value: its paragraph, and its section."""

import re

from execbook.sources.pages import Page

ONE_RUN = {
    "ko": re.compile(r"(?:이번|이|한 번의?) ?실행|한 번만? 실행|이 시드|시드 하나"),
    "en": re.compile(r"\b(?:this|one|a single) (?:one )?(?:run|seed)\b", re.IGNORECASE),
}
"""Says that a value is that of one run."""

SPREAD = {
    "ko": re.compile(r"±|표준편차|사이에|사이의|사이로|사이입|부터.*까지|에서.*까지"),
    "en": re.compile(
        r"±|standard deviation|\branges?\b|\bbetween\b.*\band\b|\blowest\b.*\bhighest\b", re.DOTALL
    ),
}
"""Gives the spread of a value."""

BECAUSE = {
    "ko": re.compile(
        r"한 번만? 실행한 (?:값|결과)(?:이므로|.*때문)"
        r"|(?:므로|여서|어서|아서|라서)[^.]*한 번만? 실행한 (?:값|결과)",
        re.DOTALL,
    ),
    "en": re.compile(r"\bone run(?:, because|:)\s", re.IGNORECASE),
}
"""Says what follows from it that a section rests on one run."""

HOW = {
    "ko": "write '한 번 실행한 결과이므로 …'",
    "en": "write 'This is one run: …'",
}

LANGUAGES = frozenset(HOW)
"""Those in which it can be told what a sentence says. Pages in others are not judged by it."""


def paragraph(page: Page, line: int) -> str:
    """The lines around a line up to blank ones; for a row of a table also the paragraphs beside the table."""
    lines = page.source.split("\n")
    first, last = _extent(lines, line, line)
    if lines[line - 1].lstrip().startswith("|"):
        first, _ = _extent(lines, max(first - 2, 1), last)
        _, last = _extent(lines, first, min(last + 2, len(lines)))
    return " ".join(lines[first - 1 : last])


def _extent(lines: list[str], first: int, last: int) -> tuple[int, int]:
    while first > 1 and lines[first - 2].strip():
        first -= 1
    while last < len(lines) and lines[last].strip():
        last += 1
    return first, last


def section(page: Page, line: int) -> tuple[int, int]:
    """The first and the last line of the section that contains a line."""
    starts = [heading.line for heading in page.headings]
    first = max((start for start in starts if start <= line), default=1)
    last = min((start - 1 for start in starts if start > line), default=page.source.count("\n") + 1)
    return first, last


def text(page: Page, lines: tuple[int, int]) -> str:
    return "\n".join(page.source.split("\n")[lines[0] - 1 : lines[1]])

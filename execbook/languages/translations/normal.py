"""The normal form in which sections are compared: without wrapping, trailing spaces and blank lines."""

import difflib
import hashlib
import re
from collections.abc import Iterable

from execbook.languages.unseen import unseen

STARTS_LINE = re.compile(r"(?:[-*+>:|#!<]|\d+\.|/{3,}|\$\$|\[\^)")
"""Not joined to the previous line: list items, quotes, table rows, headings, blocks, formulas, tags."""
SINGLE_LINE = re.compile(r"(?:\||#|/{3,}|\$\$$|<[^>]*>$)")
"""Lines to which the next line is not joined."""
SENTENCE = re.compile(r"(?<=[.?!])\s+(?=\S)")


def normalised(lines: Iterable[tuple[str, bool]]) -> str:
    """One line for each paragraph, list item, table row and line of code. lines: with a flag for code."""
    result: list[str] = []
    joins = False
    for line, is_code in lines:
        text = line.rstrip() if is_code else " ".join(line.split())
        if joins and text and not is_code and not STARTS_LINE.match(text):
            result[-1] += f" {text}"
        elif text:
            result.append(text)
        joins = bool(text) and not is_code and not SINGLE_LINE.match(text)
    return "\n".join(result)


def fingerprint(text: str) -> str:
    """The hash of a normalised text: twelve hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def difference(former: str, present: str) -> str:
    """The difference of two normalised texts by sentences: `- ` removed, `+ ` added, `? ` what is unseen."""
    before, after = (
        [part for line in text.split("\n") for part in SENTENCE.split(line)] for text in (former, present)
    )
    lines = [line for line in difflib.ndiff(before, after) if line.startswith(("- ", "+ "))]
    removed, added = ([line[2:] for line in lines if line[0] == sign] for sign in "-+")
    for one, other in zip(removed, added, strict=False):
        if reason := unseen(one, other):
            lines.insert(lines.index(f"+ {other}") + 1, f"? {reason}")
    return "\n".join(lines)

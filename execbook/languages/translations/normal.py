"""The form in which a section is compared: wrapping, trailing spaces and blank lines do not count."""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterable

BEGINS = re.compile(r"(?:[-*+>:|#!<]|\d+\.|/{3,}|\$\$|\[\^)")
"""What begins a line of its own: list items, quotes, table rows, headings, blocks, formulas, images, tags."""
STANDS_ALONE = re.compile(r"(?:\||#|/{3,}|\$\$$|<[^>]*>$)")
"""After such a line another begins, whatever it is."""
SENTENCE = re.compile(r"(?<=[.?!])\s+(?=\S)")


def normalised(lines: Iterable[tuple[str, bool]]) -> str:
    """One line for each paragraph, list item, table row and line of code; the flag says that it is code."""
    result: list[str] = []
    joins = False
    for line, is_code in lines:
        text = line.rstrip() if is_code else " ".join(line.split())
        if joins and text and not is_code and not BEGINS.match(text):
            result[-1] += f" {text}"
        elif text:
            result.append(text)
        joins = bool(text) and not is_code and not STANDS_ALONE.match(text)
    return "\n".join(result)


def fingerprint(text: str) -> str:
    """Twelve hexadecimal digits that stand for a normalised text."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def difference(former: str, present: str) -> str:
    """What changed between two normalised texts, sentence by sentence: `- ` was, `+ ` is."""
    before, after = (
        [part for line in text.split("\n") for part in SENTENCE.split(line)] for text in (former, present)
    )
    return "\n".join(line for line in difflib.ndiff(before, after) if line.startswith(("- ", "+ ")))

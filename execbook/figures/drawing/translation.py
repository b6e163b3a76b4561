"""Translate a figure's labels with the catalogue entries that a snippet may use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from itertools import chain, zip_longest

from execbook.sources.labels import GAP

MATH = re.compile(r"(?<!\\)\$.+?(?<!\\)\$")


class MissingLabel(Exception):
    """`text` has no translation."""

    def __init__(self, text: str):
        self.text = text
        super().__init__(f"the label {text!r} has no translation")


def translate(text: str, entries: Mapping[str, str]) -> str:
    """The translation of `text`: that of an equal entry, else of the longest matching pattern.

    What the pattern's gaps match replaces the translation's gaps in order, translated if it is an entry.
    Text without a word (numbers, signs, symbols such as `σ(z)`, mathematics between dollars) is unchanged.
    Raises MissingLabel.
    """
    if text in entries:
        return entries[text]
    if not _has_word(MATH.sub("", text)):
        return text
    for label in sorted((label for label in entries if GAP in label), key=_rank):
        pattern = "(.+?)".join(map(re.escape, label.split(GAP)))
        if match := re.fullmatch(pattern, text, re.DOTALL):
            pieces = [entries.get(piece, piece) for piece in match.groups()]
            fragments = entries[label].split(GAP)
            return "".join(chain.from_iterable(zip_longest(fragments, pieces, fillvalue="")))
    raise MissingLabel(text)


def _has_word(text: str) -> bool:
    """Whether two letters are adjacent; superscripts and subscripts (`xⁿ`) do not count as letters."""
    spaced = "".join(c if unicodedata.category(c) in ("Lu", "Ll", "Lo") else " " for c in text)
    return any(len(run) > 1 for run in spaced.split())


def _rank(label: str) -> tuple[int, str]:
    return -len(label.replace(GAP, "")), label

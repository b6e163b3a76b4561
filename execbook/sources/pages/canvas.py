"""A page's text, in which each step of parsing blanks out what it has parsed."""

from __future__ import annotations

import copy
import re
from bisect import bisect_right

from execbook.problems import Problem

MARK = "\N{OBJECT REPLACEMENT CHARACTER}"


class Canvas:
    """Text whose length and line ends never change, so that offsets and lines remain valid.

    name: the file, as problems name it. problems: those found so far.
    """

    def __init__(self, source: str, name: str):
        self.text = source.replace("\r\n", "\n").replace("\r", "\n")
        self.original = self.text
        self.name = name
        self.problems: list[Problem] = []
        self._starts = [0, *(match.end() for match in re.finditer("\n", self.text))]

    def copy(self) -> Canvas:
        """The canvas in its present state, which later steps do not change."""
        return copy.copy(self)

    def with_marks(self, former: Canvas) -> Canvas:
        """A copy in which MARK stands for every character that was blanked out since `former` was copied."""
        marked = copy.copy(self)
        pairs = zip(former.text, self.text, strict=True)
        marked.text = "".join(now if now == was else MARK for was, now in pairs)
        return marked

    @property
    def count(self) -> int:
        """The number of lines."""
        return len(self._starts)

    def line_of(self, offset: int) -> int:
        return bisect_right(self._starts, offset)

    def start_of(self, line: int) -> int:
        """The offset of a line's start; for the line after the last, that of the end of the text."""
        return self._starts[line - 1] if line <= len(self._starts) else len(self.text)

    def line(self, number: int) -> str:
        return self.text[self.start_of(number) : self.start_of(number + 1)].rstrip("\n")

    def source_lines(self, first: int, last: int) -> str:
        """Lines `first` to `last` of the original text, without the last line end."""
        return self.original[self.start_of(first) : self.start_of(last + 1)].rstrip("\n")

    def blank(self, start: int, end: int) -> None:
        """Replace a range of characters by spaces."""
        self.text = self.text[:start] + re.sub(r"[^\n]", " ", self.text[start:end]) + self.text[end:]

    def blank_lines(self, first: int, last: int) -> None:
        self.blank(self.start_of(first), self.start_of(last + 1))

    def problem(self, line: int, message: str, fix: str, rule: str) -> None:
        self.problems.append(Problem(self.name, line, message, fix, rule))

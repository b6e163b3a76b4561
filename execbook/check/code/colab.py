from __future__ import annotations

from collections.abc import Iterable

from execbook.book import Book
from execbook.check.rules import Stage, rule
from execbook.problems import Problem
from execbook.takeaway import colab


@rule("stale-colab", "x", stage=Stage.PUBLISHING)
def notebooks(book: Book) -> Iterable[Problem]:
    return colab.stale(book)

"""Whether every lab can be read, and is complete."""

from __future__ import annotations

from collections.abc import Iterator

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem, ProblemError


@rule(
    "lab",
    "Every exercise of a lab has one check, one solution and a wrong answer, and a name that a cell may have.",
    Break("labs/part.py", new='# %% exercise="one"\nanswer = 1\n'),
)
@rule("stale-lab", "The notebooks of the labs are what their sources make.")
def labs(book: Book) -> Iterator[Problem]:
    if not book.project.labs.is_dir():
        return
    from execbook.takeaway import labs  # jupytext is slow to import

    try:
        yield from labs.stale(book.project)
    except ProblemError as error:
        yield from error.problems

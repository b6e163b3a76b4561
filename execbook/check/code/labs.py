"""Whether every lab is valid, complete, and can be converted to a notebook."""

from __future__ import annotations

from collections.abc import Iterator

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem, ProblemError
from execbook.sources.places import lab_sources


@rule(
    "lab",
    "Every exercise of a lab has one check, one solution, a wrong answer and a name that is a cell id.",
    Break("labs/part.py", new='# %% exercise="one"\nanswer = 1\n'),
)
def labs(book: Book) -> Iterator[Problem]:
    for path in lab_sources(book.project).values():
        from execbook.takeaway import labs  # jupytext is slow to import

        try:
            lab = labs.read_lab(book.project, path)
            for language in book.project.languages:
                labs.notebook(lab, language)
        except ProblemError as error:
            yield from error.problems

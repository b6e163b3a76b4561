"""Whether every lab is valid, complete, and can be converted to a notebook."""

import functools
from collections.abc import Iterator
from pathlib import Path

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem, ProblemError
from execbook.project import Project
from execbook.sources.places import lab_sources


@rule(
    "lab",
    "Every exercise of a lab has one check, one solution, a wrong answer and a name that is a cell id.",
    Break("labs/part.py", new='# %% exercise="one"\nanswer = 1\n'),
)
def labs(book: Book) -> Iterator[Problem]:
    for path in lab_sources(book.project).values():
        key = book.project.relative(path), path.read_bytes(), book.project.languages
        yield from book.memo("labs").get(key, functools.partial(_problems_of, book.project, path))


def _problems_of(project: Project, path: Path) -> list[Problem]:
    from execbook.takeaway import labs  # jupytext is slow to import

    try:
        lab = labs.read_lab(project, path)
        for language in project.languages:
            labs.notebook(lab, language)
    except ProblemError as error:
        return error.problems
    return []

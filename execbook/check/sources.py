"""What the rules over sources look at, read once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from execbook.book.bindings import Fault, Library
from execbook.problems import Problem
from execbook.project import LANGUAGES, Project
from execbook.records.store import Record
from execbook.sources.pages import Page, read_page
from execbook.sources.snippets import Snippet, survey


@dataclass(frozen=True)
class Sources:
    """A project's readable sources.

    pages: by language and key. snippets: by id. records: by id, those of the snippets' present text.
    """

    project: Project
    pages: dict[str, dict[str, Page]]
    snippets: dict[str, Snippet]
    records: dict[str, Record]
    library: Library

    def all_pages(self) -> Iterator[Page]:
        for language in LANGUAGES:
            yield from self.pages[language].values()


def load(project: Project, unreadable: set[str]) -> tuple[Sources, list[Problem]]:
    """Read pages, snippets and records; the problems are of what cannot be read.

    unreadable: files known to be broken as such, by their names in problems; they are left out in silence.
    """
    problems: list[Problem] = []
    pages: dict[str, dict[str, Page]] = {}
    for language in LANGUAGES:
        pages[language] = {}
        for path in sorted((project.docs / language).rglob("*.md")):
            name = path.relative_to(project.root).as_posix()
            if path.is_file() and not path.is_symlink() and name not in unreadable:
                page = read_page(project, path)
                pages[language][page.key] = page
                problems += page.problems
    found, unread = survey(project)
    problems += [problem for problem in unread if problem.path not in unreadable]
    snippets = {
        s.id: s for s in found if not s.path.is_symlink() and project.relative(s.path) not in unreadable
    }
    library = Library(project)
    records: dict[str, Record] = {}
    for id in snippets:
        with suppress(Fault):
            records[id] = library.run(id).record
    return Sources(project, pages, snippets, records, library), problems

"""What readers take away: every snippet, the notebook of every page, and every lab."""

import functools
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from execbook.baseline import files, tolerances
from execbook.baseline.compare import alike
from execbook.book import Book
from execbook.project import Project
from execbook.records.keys import key_parts
from execbook.sources.pages import Page
from execbook.sources.snippets import Limits, Snippet
from execbook.takeaway import labs, notebooks
from tools.alone.runs import run_notebook, run_snippet

LOCKED = re.compile(r"(?m)^([\w.-]+)==(\S+)")
ELSEWHERE = {"tensorflow-cpu": "tensorflow"}
"""The name, on all platforms, of a distribution that has another one on this."""
PATIENCE = 10
"""How many times as long as a recorded run may take."""
LENGTH = 16
"""Of a key: it tells apart the versions of one line."""


@dataclass(frozen=True)
class Trial:
    """One of them. name: `activations/relu`, `page activations/relu` or `lab activations`. file: its source.

    depends: what its run depends on, anything that JSON can say: its text, the locked versions of what it
    imports and of all that that requires, and what was accepted of it; no part of the engine, and not the
    interpreter. seconds: about how long it takes. run: in an empty folder; a sentence on what fails.
    """

    name: str
    file: str
    depends: Any
    seconds: float
    run: Callable[[Path], str]

    @property
    def key(self) -> str:
        text = json.dumps(self.depends, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]

    @property
    def id(self) -> str:
        """What the command line calls it; an example, a page and a lab may share it."""
        return self.name.split()[-1]


def trials(book: Book) -> list[Trial]:
    """All trials, the longest first. Those of examples without a record cannot be run."""
    found = [*_snippets(book), *_pages(book), *_labs(book)]
    return sorted(found, key=lambda one: (-one.seconds, one.name))


def _snippets(book: Book) -> Iterator[Trial]:
    baseline, declared = book.once(files.read), book.once(tolerances.load)
    for one in book.snippets.values():
        printed = [text for line, text in baseline.get(one.id, {}).items() if line.startswith("output ")]
        tolerance = declared.of(one.id, "output 1")
        run = functools.partial(
            run_snippet,
            one.filename,
            one.source,
            lambda output, one=one, tolerance=tolerance: alike(
                output, book.records[one.id].output, tolerance
            ),
            PATIENCE * one.limits.seconds,
        )
        depends = [one.source, versions(book, [one]), printed, repr(tolerance)]
        yield Trial(one.id, book.project.relative(one.path), depends, _seconds(book, [one]), run)


def _pages(book: Book) -> Iterator[Trial]:
    for page in book.pages[book.project.languages[0]].values():
        shown = [book.snippets[name] for name in dict.fromkeys(example.id for example in page.examples)]
        if shown:
            depends = [[one.source for one in shown], versions(book, shown)]
            run = functools.partial(
                _run_page, book, page, PATIENCE * max(one.limits.seconds for one in shown)
            )
            yield Trial(f"page {page.key}", page.name, depends, _seconds(book, shown), run)


def _run_page(book: Book, page: Page, seconds: float, folder: Path) -> str:
    text = notebooks.notebook_of(page, book, "https://example.org/")
    return run_notebook(nbformat.reads(text, 4), None, seconds, folder)


def _labs(book: Book) -> Iterator[Trial]:
    """Each as readers get it, and then with every solution."""
    for lab in labs.labs(book.project):
        solutions = {name: lab.answers("solution", name)[0] for name in lab.exercises}
        language = book.project.languages[0]
        blank, solved = (labs.notebook(lab, language, answers) for answers in (None, solutions))
        code = "\n".join(cell.source for cell in solved.cells if cell.cell_type == "code")
        as_snippet = Snippet(lab.part, book.project.path(lab.name), code, Limits())
        run = functools.partial(run_notebook, blank, solved, PATIENCE * as_snippet.limits.seconds)
        yield Trial(f"lab {lab.part}", lab.name, [lab.text, versions(book, [as_snippet])], 0, run)


def versions(book: Book, snippets: Sequence[Snippet]) -> list[str]:
    """The locked versions of what these import, with all that it requires, whatever machine this is."""
    parts = (key_parts(one, {}, book.project.settings)["packages"] for one in snippets)
    installed = {name.split()[0] for part in parts for name in part.split(", ") if name}
    names = {ELSEWHERE.get(name, name) for name in installed}
    locked = book.once(_locked)
    return sorted(f"{name} {' '.join(locked.get(name, ()))}" for name in names)


def _locked(project: Project) -> dict[str, list[str]]:
    """The versions in the lock, by name: more than one where it depends on the interpreter."""
    found: dict[str, list[str]] = {}
    for name, version in LOCKED.findall((project.root / "requirements.txt").read_text("utf-8")):
        found.setdefault(name, []).append(version)
    return found


def _seconds(book: Book, snippets: Iterable[Snippet]) -> float:
    return sum(book.records[one.id].seconds for one in snippets if one.id in book.records)

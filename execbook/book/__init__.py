"""The book on disk: sources and records together, each read at most once.

A command creates one Book and passes it on. Later changes on disk are not read again: create a new Book.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from execbook.problems import COMMAND, Problem, UnplacedProblem, did_you_mean, raise_if_any
from execbook.project import Project
from execbook.records.keys import source_hash
from execbook.records.store import Record, Store
from execbook.reuse.memo import Memo, hashed
from execbook.sources import addresses, comments, configuration, files, labels, snippets
from execbook.sources.labels import Catalogue
from execbook.sources.pages import Page, read_page
from execbook.sources.snippets import Snippet
from execbook.sources.textbook import Comparison, comparisons

T = TypeVar("T")

RUN_IT = f"run `{COMMAND} run`"


@dataclass(frozen=True)
class Run:
    """A snippet and the record of its latest run, which was of exactly this text."""

    snippet: Snippet
    record: Record


class Book:
    """Everything that a command reads of a project. Nothing is read before it is used."""

    def __init__(self, project: Project):
        self.project = project
        self.store = Store(project)
        self._surveyed: dict[Path, list[Problem]] = {}
        self._pages: dict[Path, Page] = {}
        self._runs: dict[str, Run] = {}
        self._shown: dict[tuple[str, str], Snippet] = {}
        self._read: dict[Callable[..., Any], Any] = {}
        self._memos: dict[str, Memo] = {}

    # Results of former commands

    def memo(self, step: str) -> Memo:
        """The results that a step had with former books: take those whose key is the same now."""
        if step not in self._memos:
            self._memos[step] = Memo(self.project, step)
        return self._memos[step]

    def remember(self) -> None:
        """Keep the results of all steps for later commands."""
        for memo in self._memos.values():
            memo.save()

    # Files

    def problems_in(self, folder: Path) -> list[Problem]:
        """Problems of names, kinds and bytes of the files in a folder, whatever their content."""
        if folder not in self._surveyed:
            self._surveyed[folder] = files.survey(self.project, folder)
        return self._surveyed[folder]

    @property
    def file_problems(self) -> list[Problem]:
        """The same for all source files."""
        here = self.project
        folders = (here.docs, here.snippets, here.words, here.accepted, here.theme, here.root)
        return [problem for folder in folders for problem in self.problems_in(folder)]

    def unreadable(self, folder: Path) -> set[str]:
        """Files in a folder that cannot be read, as problems name them."""
        return files.unreadable(self.problems_in(folder))

    # Pages

    def read(self, path: Path) -> Page:
        """The page in this file."""
        if path not in self._pages:
            key = str(self.project.root.resolve()), str(path.parent.resolve()), path.name, path.read_bytes()
            self._pages[path] = self.memo("pages").get(key, lambda: read_page(self.project, path))
        return self._pages[path]

    @cached_property
    def pages(self) -> dict[str, dict[str, Page]]:
        """The readable pages by language and key, sorted by path."""
        unreadable = self.unreadable(self.project.docs)
        return {
            language: {
                page.key: page
                for path in sorted((self.project.docs / language).rglob("*.md"))
                if path.is_file()
                and not path.is_symlink()
                and path.relative_to(self.project.root).as_posix() not in unreadable
                for page in [self.read(path)]
            }
            for language in self.project.languages
        }

    def all_pages(self) -> Iterator[Page]:
        """The pages of all languages, one language after the other."""
        for language in self.project.languages:
            yield from self.pages[language].values()

    @cached_property
    def times(self) -> dict[str, frozenset[int]]:
        """Lines of output that pages declare as times, by example: they differ with every run."""
        found: dict[str, frozenset[int]] = {}
        for page in self.all_pages():
            for block in page.blocks:
                if block.name == "example" and block.times:
                    found[block.argument] = found.get(block.argument, frozenset()) | block.times
        return found

    # Snippets and their records

    @cached_property
    def _survey(self) -> tuple[list[Snippet], list[Problem]]:
        return snippets.survey(self.project, self.unreadable(self.project.snippets))

    @property
    def snippet_problems(self) -> list[Problem]:
        """Why some snippets cannot be read."""
        return self._survey[1]

    @cached_property
    def snippets(self) -> dict[str, Snippet]:
        """The readable snippets by id."""
        return {one.id: one for one in self._survey[0]}

    def all_snippets(self) -> dict[str, Snippet]:
        """The snippets by id. Raises ProblemError if one cannot be read."""
        of_files = self.problems_in(self.project.snippets)
        raise_if_any([*(one for one in of_files if one.rule != "file-name"), *self.snippet_problems])
        return self.snippets

    def shown(self, example_id: str, language: str) -> Snippet:
        """The snippet as readers of a language get it: with comments and docstrings in this language.

        All that a page shows, copies, offers or packs of a snippet is taken from here. Raises ProblemError if
        a catalogue cannot be read.
        """
        asked = example_id, language
        if asked not in self._shown:
            snippet = self.snippets[example_id]
            if entries := comments.entries_of(snippet, self.once(comments.load), language):
                key = snippet.source, list(entries.items())
                make = functools.partial(comments.with_texts, snippet.source, entries)
                source = self.memo("translated").get(key, make)
                snippet = replace(snippet, source=source, language=language, original=snippet)
            self._shown[asked] = snippet
        return self._shown[asked]

    def editions(self, example_id: str) -> dict[str, Snippet]:
        """The files that readers get of a snippet, by address: as it was run, and as a language shows it."""
        shown = (self.shown(example_id, language) for language in self.project.languages)
        return {one.address: one for one in (self.snippets[example_id], *shown)}

    @cached_property
    def records(self) -> dict[str, Record]:
        """The records of the snippets' present texts, by id."""
        found: dict[str, Record] = {}
        for example_id in self.snippets:
            with suppress(UnplacedProblem):
                found[example_id] = self.run(example_id).record
        return found

    def run(self, example_id: str) -> Run:
        """The example with this id. Raises UnplacedProblem if it does not exist or has no fresh record.

        Raises ProblemError if the file cannot be read as a snippet.
        """
        if example_id not in self._runs:
            self._runs[example_id] = self._load(example_id)
        return self._runs[example_id]

    def _load(self, example_id: str) -> Run:
        snippet = self.snippets.get(example_id)
        if snippet is None:
            name = f"{self.project.snippets.name}/{example_id}.py"
            of_files = self.problems_in(self.project.snippets)
            raise_if_any(one for one in (*of_files, *self.snippet_problems) if one.path == name)
            fix = did_you_mean(example_id, self.snippets, "examples")
            raise UnplacedProblem(f"no example {example_id!r}", fix, "unknown-example")
        key = self._current.get(example_id)
        record = self.store.load(key) if key else None
        if record is None:
            raise UnplacedProblem(f"the example {example_id!r} has not been run", RUN_IT, "no-record")
        if record.source_sha256 != source_hash(snippet):
            message = f"the example {example_id!r} has changed since it was run"
            raise UnplacedProblem(message, RUN_IT, "stale-record")
        return Run(snippet, record)

    @cached_property
    def _current(self) -> dict[str, str]:
        return self.store.current()

    @cached_property
    def counts(self) -> dict[str, int]:
        """Number of examples, figures and pages. Raises UnplacedProblem if an example has not been run."""
        runs = [self.run(example_id) for example_id in self.snippets]
        return {
            "examples": len(runs),
            "figures": sum(len(run.record.figures) for run in runs),
            "pages": len(addresses.page_keys(self.project)),
        }

    def svg(self, example_id: str, figure: int, language: str) -> str:
        """The drawing of a figure, counted from 0, in one language."""
        record = self.run(example_id).record
        name = record.figures[figure].files[language]
        return (self.store.folder_of(record.key) / name).read_text("utf-8")

    def panels(self, example_id: str, figure: int) -> list[dict[str, Any]]:
        """The content of a figure, counted from 0, with every point: see `figures.drawing.data.full`."""
        record = self.run(example_id).record
        text = (self.store.folder_of(record.key) / record.figures[figure].data).read_text("utf-8")
        return json.loads(text)

    # Lists and configurations

    def once(self, read: Callable[[Project], T]) -> T:
        """The result of `read(project)`, cached: for readers in rooms that this one cannot import."""
        return self._once(read, self.project)

    def once_of(self, read: Callable[[Book], T]) -> T:
        """The same for a reader of the whole book."""
        return self._once(read, self)

    def _once(self, read: Callable[[Any], T], source: Project | Book) -> T:
        if read not in self._read:
            self._read[read] = read(source)
        return self._read[read]

    @cached_property
    def labels(self) -> Mapping[str, Catalogue]:
        """The translations of labels, by language. Raises ProblemError if they cannot be read."""
        return labels.load(self.project)

    def relevant_labels(self, snippet: Snippet) -> dict[str, dict[str, str]]:
        """The entries of each catalogue that a run of the snippet can use, by language.

        Raises ProblemError as `labels`.
        """
        key = self._labels_key, snippet.id, snippet.source
        return self.memo("labels").get(
            key, lambda: {language: one.relevant(snippet) for language, one in self.labels.items()}
        )

    @cached_property
    def _labels_key(self) -> str:
        return hashed([(language, one.shared, one.own) for language, one in self.labels.items()])

    @cached_property
    def configurations(self) -> Mapping[str, configuration.Configuration]:
        """The MkDocs configurations, by language. Raises ProblemError if one cannot be read."""
        return {language: configuration.load(self.project, language) for language in self.project.languages}

    def site_text(self, name: str, language: str) -> str:
        """A setting such as `site_name` in a language, or of the first if it inherits it; may be empty."""
        for one in (self.configurations[language], self.configurations[self.project.languages[0]]):
            if name in one.texts:
                return one.texts[name].value
        return ""

    def parts(self, language: str) -> list[configuration.Part]:
        """The parts of the book, titled in a language, or in the first if it inherits the navigation."""
        own = self.configurations[language]
        return (own if own.nav is not None else self.configurations[self.project.languages[0]]).parts

    @cached_property
    def textbook(self) -> list[Comparison]:
        """The textbook's results compared with ours. Raises ProblemError if the list cannot be read."""
        return comparisons(self.project)


_opened: dict[Path, Book] = {}


@contextmanager
def opened(book: Book) -> Generator[None]:
    """Make `book_of` return this book inside the block, for code that is called without one."""
    root = book.project.root.resolve()
    former = _opened.get(root)
    _opened[root] = book
    try:
        yield
    finally:
        if former is None:
            del _opened[root]
        else:
            _opened[root] = former


def book_of(project: Project) -> Book:
    """The open book of a project, else a new one."""
    return _opened.get(project.root.resolve()) or Book(project)


__all__ = ["RUN_IT", "Book", "Run", "book_of", "opened"]

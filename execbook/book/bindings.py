"""What a page may show of an example: its file and record, and the values that the run left."""

from __future__ import annotations

import functools
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from execbook.problems import COMMAND, Problem, did_you_mean
from execbook.project import Project
from execbook.records.store import Record, Store
from execbook.sources import labels, snippets
from execbook.sources.addresses import page_keys

RUN_IT = f"run `make serve` or `{COMMAND} run`"

BOOK = "book"
"""Stands for an example where a page quotes a number of the whole book: `{{ book:examples }}`."""

INDEX = re.compile(r"\[([^\[\]]*)\]")


class Fault(Exception):
    """What is wrong with a page's reference, before it is known where on the page that is."""

    def __init__(self, message: str, cure: str, rule: str):
        super().__init__(message)
        self.message, self.cure, self.rule = message, cure, rule

    def at(self, path: str, line: int) -> Problem:
        return Problem(path, line, self.message, self.cure, self.rule)


@dataclass(frozen=True)
class Run:
    """A snippet together with the record of its latest run, which belongs to exactly this text."""

    snippet: snippets.Snippet
    record: Record


class Library:
    """The examples of a project, each read once."""

    def __init__(self, project: Project):
        self.project = project
        self.store = Store(project)
        self._runs: dict[str, Run] = {}

    def run(self, id: str) -> Run:
        """The example `id`. Raises Fault if there is none, or no record of its present text.

        Raises ProblemError if the file cannot be read as a snippet.
        """
        if id not in self._runs:
            self._runs[id] = self._load(id)
        return self._runs[id]

    def _load(self, id: str) -> Run:
        path = self.project.snippets / f"{id}.py"
        if not snippets.ID.fullmatch(id) or not path.is_file():
            paths = sorted(self.project.snippets.rglob("*.py"))
            known = [one.relative_to(self.project.snippets).with_suffix("").as_posix() for one in paths]
            raise Fault(f"no example {id!r}", did_you_mean(id, known, "examples"), "unknown-example")
        record = self.store.current_record(id)
        if record is None:
            raise Fault(f"the example {id!r} has not been run", RUN_IT, "no-record")
        if record.source_sha256 != hashlib.sha256(path.read_bytes()).hexdigest():
            raise Fault(f"the example {id!r} has changed since it was run", RUN_IT, "stale-record")
        return Run(snippets.read(self.project, path), record)

    @functools.cached_property
    def book(self) -> dict[str, int]:
        """How many examples, figures and pages the book has. Raises Fault if an example has not been run."""
        runs = [self.run(snippet.id) for snippet in snippets.find(self.project)]
        return {
            "examples": len(runs),
            "figures": sum(len(run.record.figures) for run in runs),
            "pages": len(page_keys(self.project)),
        }

    def svg(self, id: str, figure: int, language: str) -> str:
        """The text of a figure, counted from 0, in one language."""
        record = self.run(id).record
        name = record.figures[figure].files[language]
        return (self.store.folder_of(record.key) / name).read_text("utf-8")

    def panels(self, id: str, figure: int) -> list[dict]:
        """What a figure shows, counted from 0, with every point: see `figure_data.full`."""
        record = self.run(id).record
        text = (self.store.folder_of(record.key) / record.figures[figure].data).read_text("utf-8")
        return json.loads(text)

    @cached_property
    def catalogue(self) -> labels.Catalogue:
        """The Korean of all labels. Raises ProblemError when it cannot be read."""
        return labels.load(self.project)


@dataclass(frozen=True)
class Bound:
    """A value that a page quotes. name: as recorded, so `loss[9]` where the page says `loss[-1]`."""

    example: str
    name: str
    value: float | int | bool | str


def bind(library: Library, example: str | None, name: str, shown: Iterable[str]) -> Bound:
    """Look up a value by its name, in `example` or else in all examples that the page shows.

    Raises Fault if there is none, or more than one. Examples without a record are left to their own fault.
    """
    if name.startswith(f"{BOOK}:"):
        example, name = BOOK, name.removeprefix(f"{BOOK}:").strip()
    if example is not None:
        values = library.book if example == BOOK else library.run(example).record.values
        if bound := _find(example, name, values):
            return bound
        cure = did_you_mean(name, sorted(values), "values")
        raise Fault(f"no value {name!r} in the example {example!r}", cure, "unknown-value")
    found: list[Bound] = []
    known: set[str] = set()
    for id in dict.fromkeys(shown):
        try:
            values = library.run(id).record.values
        except Fault:
            continue
        known.update(values)
        if bound := _find(id, name, values):
            found.append(bound)
    if len(found) > 1:
        places = " or ".join(f"{one.example}:{name}" for one in found)
        raise Fault(f"{name!r} is in more than one example of this page", f"say {places}", "ambiguous-value")
    if not found:
        cure = (
            did_you_mean(name, sorted(known), "values")
            if known
            else "show the example, or say 'part/example:name'"
        )
        raise Fault(f"no value {name!r} in the examples of this page", cure, "unknown-value")
    return found[0]


def _find(example: str, name: str, values: Mapping[str, float | int | bool | str]) -> Bound | None:
    exact = name if name in values else _from_the_end(name, values)
    return Bound(example, exact, values[exact]) if exact in values else None


def _from_the_end(name: str, values: Mapping[str, object]) -> str:
    """`name` with negative indices counted from the end, as in Python: `loss[9]` for `loss[-1]`."""
    stem, bracket, _ = name.partition("[")
    exact = stem
    for part in INDEX.findall(bracket + name[len(stem) + 1 :]):
        index = part
        if re.fullmatch(r"-\d+", part):
            here = re.escape(exact) + r"\[(\d+)\]"
            size = len({match[1] for one in values if (match := re.match(here, one))})
            index = str(size + int(part))
        exact += f"[{index}]"
    return exact

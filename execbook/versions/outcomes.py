"""What came of examples with other versions of packages: `accepted/versions.tsv`, so that few run again.

A line contains the example's id, the environment's name, the key of what the outcome depends on, and the
outcome as JSON, separated by tabs.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from execbook.baseline import files, tolerances
from execbook.baseline.compare import deviations
from execbook.baseline.lines import Lines
from execbook.baseline.report import Places
from execbook.book import Book
from execbook.problems import Problem, ProblemError
from execbook.project import Project
from execbook.records.keys import platform_name, source_hash
from execbook.sources.snippets import Snippet
from execbook.versions.environments import Environment, load

FILE = "accepted/versions.tsv"
FIX = "keep one side of the merge, and run the examples again whose lines are missing"
COMPARED = ("output ", "value ")
"""Beginnings of the names of lines that are compared, of values those that pages quote: figures change with
every Matplotlib."""
UNSEEN = {"figure"}
"""Problems of the engine with a figure: readers do not draw with the engine."""
ASIDE = {"warning", "stderr", "control-characters"}
"""Problems after which a reader's run goes on."""
LENGTH = 8
_NEEDS = re.compile(r"needs (?P<what>[\w.-]+ \d[\d.]*) or later")
_EXIT = re.compile(r"sys\.exit\((?P<quote>['\"])(?P<text>.+)(?P=quote)\) ends the run")

Place = tuple[str, str]
"""An example's id and the name of an environment."""


@dataclass(frozen=True)
class Outcome:
    """error: the message with which a run ends; with a warning, the run goes on.

    place: the first line of the results that differs, such as `output 3`; empty if none does. was, now: its
    text in the book and here. more: how many other lines differ.
    """

    error: str = ""
    warning: str = ""
    place: str = ""
    was: str = ""
    now: str = ""
    more: int = 0

    @property
    def holds(self) -> bool:
        return not (self.error or self.place)

    @property
    def needs(self) -> str:
        """What the example says that it needs at least, such as `scikit-learn 1.8`; empty if nothing."""
        found = _NEEDS.search(self.error)
        return found["what"] if found else ""


def outcome_of(book: Book, example_id: str, lines: Lines, problems: Iterable[Mapping[str, Any]]) -> Outcome:
    """What a run means. problems: fields of those that it reported."""
    seen = [one for one in problems if one["rule"] not in UNSEEN]
    serious = [one for one in seen if one["rule"] not in ASIDE]
    if serious:
        needs = (one["message"] for one in serious if _NEEDS.search(one["message"]))
        message = next(needs, serious[0]["message"])
        said = _EXIT.match(message)
        return Outcome(error=f"SystemExit: {said['text']}" if said else message)
    warning = seen[0]["message"] if seen else ""
    kinds = ("output ",) if seen else COMPARED  # values are not collected after a warning
    accepted, run = (
        {name: line for name, line in one.items() if name.startswith(kinds)}
        for one in (_accepted(book, example_id), lines)
    )
    compared = deviations(example_id, accepted, run, tolerances.of_book(book), platform_name())
    quoted = book.once_of(_quoted).get(example_id, set())
    found = [
        one
        for one in compared
        if one.drifted and (one.line.startswith("output ") or one.place.removeprefix("value ") in quoted)
    ]
    if not found:
        return Outcome(warning=warning)
    first = min(found, key=lambda one: not one.line.startswith("output "))
    return Outcome("", warning, first.place, first.was, first.is_, len({one.line for one in found}) - 1)


def known(book: Book) -> dict[str, dict[str, Outcome]]:
    """What came of the present text of each example, by id and environment."""
    found: dict[str, dict[str, Outcome]] = {}
    names = {one.name for one in book.once(load)}
    for (example_id, name), (key, outcome) in book.once(read).items():
        snippet = book.snippets.get(example_id)
        if snippet and name in names and key.startswith(_of_source(snippet)):
            found.setdefault(example_id, {})[name] = outcome
    return found


def stale(book: Book) -> list[Place]:
    """What has to run again, as it has changed, or was never run."""
    kept = book.once(read)
    return [
        (example_id, one.name)
        for one in book.once(load)
        for example_id in book.snippets
        if kept.get((example_id, one.name), ("",))[0] != key_of(book, example_id, one)
    ]


def key_of(book: Book, example_id: str, environment: Environment) -> str:
    """The key of what an outcome depends on: the source, the packages, and what was accepted.

    Its first half is of the source alone. Nothing of the engine is in it.
    """
    snippet = book.snippets[example_id]
    declared = [asdict(one) for one in book.once(tolerances.load).overrides if one.example == example_id]
    for one in declared:
        one.pop("reason")
    accepted = [
        (name, line) for name, line in _accepted(book, example_id).items() if name.startswith(COMPARED)
    ]
    times = sorted(book.times.get(example_id, ()))
    parts = [environment.python, sorted(environment.packages.items()), accepted, declared, times]
    return _of_source(snippet) + _short(json.dumps(parts, ensure_ascii=False))


def read(project: Project) -> dict[Place, tuple[str, Outcome]]:
    """All outcomes that are kept, with their keys. Raises ProblemError for a line that cannot be read."""
    path = project.path(FILE)
    found = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines() if path.is_file() else (), 1):
        try:
            example_id, name, key, content = line.split("\t")
            found[example_id, name] = key, Outcome(**json.loads(content))
        except (ValueError, TypeError):
            problem = Problem(project.named(FILE), number, "is not a line of an outcome", FIX, "versions")
            raise ProblemError(problem) from None
    return found


def write(project: Project, kept: Mapping[Place, tuple[str, Outcome]]) -> None:
    """Keep these outcomes and no others."""
    lines = []
    for (example_id, name), (key, outcome) in sorted(kept.items()):
        fields = {field: value for field, value in asdict(outcome).items() if value}
        lines.append(f"{example_id}\t{name}\t{key}\t{json.dumps(fields, ensure_ascii=False)}\n")
    project.path(FILE).write_text("".join(lines), "utf-8")


def _quoted(book: Book) -> dict[str, set[str]]:
    """Names of values that pages quote, by example. No key depends on them: a new sentence runs nothing."""
    return Places(book).quoted()


def _accepted(book: Book, example_id: str) -> Lines:
    return book.once(files.read).get(example_id, {})


def _of_source(snippet: Snippet) -> str:
    return source_hash(snippet)[:LENGTH]


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]

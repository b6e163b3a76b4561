"""How far a run's numbers may differ from the baseline: `accepted/tolerances.toml`.

There is one default for all examples. An `[[override]]` increases it for an example whose numbers vary more,
and gives the reason.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from execbook.book import Book
from execbook.problems import Problem, ProblemError
from execbook.project import Project

FILE = "accepted/tolerances.toml"
FIELDS = {"example", "lines", "platform", "relative", "absolute", "counts", "reason"}


@dataclass(frozen=True)
class Tolerance:
    """The maximum difference of two numbers that count as equal.

    relative: fraction of the larger one; in a figure's data, of the largest of the series. absolute: for
    numbers near zero. counts: for integers, which have to be equal by default.
    """

    relative: float = 1e-4
    absolute: float = 1e-8
    counts: int = 0


DEFAULT = Tolerance()


@dataclass(frozen=True)
class Override:
    """lines: names such as `value loss*`, with `*` as wildcard. platform: as in records; empty for any."""

    example: str
    lines: tuple[str, ...]
    platform: str
    tolerance: Tolerance
    reason: str

    def matches(self, line: str) -> bool:
        """Whether the override applies to a line of its example."""
        return any(re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), line) for pattern in self.lines)


class Tolerances:
    """All tolerances of a project. times: lines of output that are never compared, by example."""

    def __init__(self, overrides: Collection[Override] = (), times: Mapping[str, Collection[int]] = {}):
        self.overrides = overrides
        self.times = times

    def is_time(self, example: str, line: str) -> bool:
        """Whether a page declares that a line of an example, such as `output 3`, contains times."""
        return any(line == f"output {number}" for number in self.times.get(example, ()))

    def of(self, example: str, line: str, platform: str = "") -> Tolerance:
        """That of one line of an example: of the last matching override, else the default."""
        found = DEFAULT
        for one in self.overrides:
            if one.example == example and one.platform in ("", platform) and one.matches(line):
                found = one.tolerance
        return found

    def of_output(self, example: str) -> Tolerance:
        """That of an example's printed output: how far a reader's own run may differ."""
        return self.of(example, "output 1")

    def unused(self, examples: Mapping[str, Collection[str]]) -> list[Override]:
        """Overrides that match no line. examples: the names of each example's lines."""
        return [one for one in self.overrides if not any(map(one.matches, examples.get(one.example, ())))]


def load(project: Project) -> Tolerances:
    """The project's tolerances; without a file, only the default. Raises ProblemError."""
    path = project.path(FILE)
    if not path.is_file():
        return Tolerances()
    try:
        entries = tomllib.loads(path.read_text("utf-8")).get("override", [])
        if not isinstance(entries, list):
            raise ValueError("has a single [override]: write [[override]] above each")
        return Tolerances([_override(entry) for entry in entries])
    except (tomllib.TOMLDecodeError, TypeError, ValueError) as error:
        raise ProblemError(
            Problem(project.named(FILE), 0, str(error), "write it like the others", "tolerance")
        ) from None


def of_book(book: Book) -> Tolerances:
    """The tolerances of a book, with the times that its pages declare. Raises ProblemError."""
    return Tolerances(book.once(load).overrides, book.times)


def _override(entry: Mapping[str, Any]) -> Override:
    """Raises ValueError, with a sentence that says what is wrong."""
    if unknown := entry.keys() - FIELDS:
        raise ValueError(f"an override has the unknown field {min(unknown)!r}")
    if not entry.get("example") or not str(entry.get("reason", "")).strip():
        raise ValueError(f"an override needs an example and a reason: {dict(entry)}")
    lines = entry.get("lines", ["*"])
    if not (isinstance(lines, list) and all(isinstance(line, str) for line in lines)):
        raise ValueError(f"the lines of the override of {entry['example']} are not a list of texts")
    for name in ("relative", "absolute", "counts"):
        if not isinstance(entry.get(name, 0), int | float):
            raise ValueError(f"the {name} of the override of {entry['example']} is not a number")
    tolerance = Tolerance(
        **{name: entry[name] for name in ("relative", "absolute", "counts") if name in entry}
    )
    if tolerance == DEFAULT:
        raise ValueError(f"the override of {entry['example']} changes nothing")
    return Override(entry["example"], tuple(lines), entry.get("platform", ""), tolerance, entry["reason"])

"""How far a run's numbers may be from the baseline: `accepted/tolerances.toml`.

One default serves all examples. An `[[override]]` widens it for an example whose numbers move more, and says
why; `execbook baseline prove` shows what moves.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from execbook.problems import Problem, ProblemError
from execbook.project import Project

PLACE = "accepted/tolerances.toml"
FIELDS = {"example", "lines", "platform", "relative", "absolute", "counts", "reason"}


@dataclass(frozen=True)
class Tolerance:
    """How far apart two numbers may be and still count as the same.

    relative: share of the larger one; of a figure's data, share of the largest of the series. absolute: for
    numbers near zero. counts: for integers, which otherwise have to be equal.
    """

    relative: float = 1e-4
    absolute: float = 1e-8
    counts: int = 0


DEFAULT = Tolerance()


@dataclass(frozen=True)
class Override:
    """lines: names such as `value loss*`; `*` is anything. platform: as records name it; empty is any."""

    example: str
    lines: tuple[str, ...]
    platform: str
    tolerance: Tolerance
    reason: str

    def names(self, line: str) -> bool:
        """Whether the override is for a line of its example."""
        return any(re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), line) for pattern in self.lines)


class Tolerances:
    """All tolerances of a project."""

    def __init__(self, overrides: Collection[Override] = ()):
        self.overrides = overrides

    def of(self, example: str, line: str, platform: str = "") -> Tolerance:
        """That of one line of an example, by the last override that fits."""
        found = DEFAULT
        for one in self.overrides:
            fits = one.example == example and one.platform in ("", platform)
            if fits and one.names(line):
                found = one.tolerance
        return found

    def of_output(self, example: str) -> Tolerance:
        """That of an example's printed output: how far a reader's own run may be off."""
        return self.of(example, "output 1")

    def dead(self, examples: Mapping[str, Collection[str]]) -> list[Override]:
        """Overrides that fit nothing. examples: the names of each example's lines."""
        return [one for one in self.overrides if not any(map(one.names, examples.get(one.example, ())))]


def load(project: Project) -> Tolerances:
    """The project's tolerances; without a file, the default alone. Raises ProblemError."""
    path = project.root / PLACE
    if not path.is_file():
        return Tolerances()
    try:
        entries = tomllib.loads(path.read_text("utf-8")).get("override", [])
        if not isinstance(entries, list):
            raise ValueError("holds a single [override]: write [[override]] above each")
        return Tolerances([_override(entry) for entry in entries])
    except (tomllib.TOMLDecodeError, TypeError, ValueError) as error:
        raise ProblemError(
            Problem(PLACE, 0, str(error), "write it as the others are written", "tolerance")
        ) from None


def _override(entry: Mapping) -> Override:
    """Raises ValueError, with a sentence that says what is wrong."""
    if unknown := entry.keys() - FIELDS:
        raise ValueError(f"an override has the unknown field {min(unknown)!r}")
    if not entry.get("example") or not str(entry.get("reason", "")).strip():
        raise ValueError(f"an override needs an example and a reason: {dict(entry)}")
    lines = entry.get("lines", ["*"])
    if not (isinstance(lines, list) and all(isinstance(line, str) for line in lines)):
        raise ValueError(f"the lines of the override of {entry['example']} are no list of texts")
    for name in ("relative", "absolute", "counts"):
        if not isinstance(entry.get(name, 0), int | float):
            raise ValueError(f"the {name} of the override of {entry['example']} is no number")
    tolerance = Tolerance(
        **{name: entry[name] for name in ("relative", "absolute", "counts") if name in entry}
    )
    if tolerance == DEFAULT:
        raise ValueError(f"the override of {entry['example']} changes nothing")
    return Override(
        entry["example"],
        tuple(lines),
        entry.get("platform", ""),
        tolerance,
        entry["reason"],
    )

"""How far a run's numbers may differ from the baseline: `accepted/tolerances.toml`.

There is one default for all examples. An `[[override]]` increases it for an example whose numbers vary more,
and gives the reason.
"""

import tomllib
from collections.abc import Mapping
from typing import Any

from execbook.baseline.tolerance import DEFAULT, Override, Tolerance, Tolerances
from execbook.book import Book
from execbook.problems import Problem, ProblemError
from execbook.project import Project

FILE = "accepted/tolerances.toml"
FIELDS = {"example", "lines", "platform", "relative", "absolute", "counts", "reason"}


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

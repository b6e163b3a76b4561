"""The textbook's results compared with those of our examples: `accepted/textbook.toml`."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from execbook.problems import Problem, ProblemError, raise_if_any
from execbook.project import Project

FILE = "accepted/textbook.toml"


@dataclass(frozen=True)
class Comparison:
    """One number of the textbook. example and value: our value, as pages name it. book: the textbook's value.

    tolerance: maximum difference of equal results. format: for both numbers. source: the notebook and cell
    that print it. what: what the number is, and why: why ours differs, by language; why is empty if both
    agree.
    """

    chapter: int
    example: str
    value: str
    book: float
    tolerance: float
    format: str
    source: str
    what: Mapping[str, str]
    why: Mapping[str, str]

    def agrees(self, ours: float) -> bool:
        return math.isclose(ours, self.book, rel_tol=0, abs_tol=self.tolerance)


def comparisons(project: Project) -> list[Comparison]:
    """All comparisons in the file's order. Raises ProblemError."""
    path = project.path(FILE)
    found, problems = [], []
    try:
        entries = tomllib.loads(path.read_text("utf-8"))["figure"]
    except (OSError, ValueError, KeyError) as error:
        raise ProblemError(
            Problem(project.named(FILE), 0, f"cannot be read: {error}", "fix it", "textbook")
        ) from None
    for number, entry in enumerate(entries, 1):
        try:
            fields: dict[str, Any] = {"why": {}, **entry}
            one = Comparison(**fields)
        except TypeError as error:
            problems.append(
                Problem(project.named(FILE), 0, f"entry {number}: {error}", "see the others", "textbook")
            )
            continue
        for texts in (one.what, one.why):
            if texts and set(texts) != set(project.languages):
                message = f"{one.example}:{one.value} is not explained in every language"
                cure = f"give {' and '.join(project.languages)}"
                problems.append(Problem(project.named(FILE), 0, message, cure, "textbook"))
        found.append(one)
    raise_if_any(problems)
    return found

"""What the textbook prints, set against what our examples give: `accepted/textbook.toml`."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from execbook.problems import Problem, ProblemError
from execbook.project import LANGUAGES, Project

PLACE = "accepted/textbook.toml"


@dataclass(frozen=True)
class Comparison:
    """One figure of the book. example and value: ours, as pages name it. book: as a number.

    tolerance: how far apart the two may be and still agree. format: how both are shown. source: the notebook
    and cell that print it. what: a name for the figure, and why: why ours differs, by language; why is empty
    where both agree.
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
    path = project.root / PLACE
    found, problems = [], []
    try:
        entries = tomllib.loads(path.read_text("utf-8"))["figure"]
    except (OSError, ValueError, KeyError) as error:
        raise ProblemError(Problem(PLACE, 0, f"cannot be read: {error}", "mend it", "textbook")) from None
    for number, entry in enumerate(entries, 1):
        try:
            one = Comparison(**{"why": {}, **entry})
        except TypeError as error:
            problems.append(Problem(PLACE, 0, f"entry {number}: {error}", "see the others", "textbook"))
            continue
        for texts in (one.what, one.why):
            if texts and set(texts) != set(LANGUAGES):
                message = f"{one.example}:{one.value} is not told in both languages"
                problems.append(Problem(PLACE, 0, message, "give ko and en", "textbook"))
        found.append(one)
    if problems:
        raise ProblemError(problems)
    return found

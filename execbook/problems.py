"""What is wrong, where, and what to do about it: the one form in which the engine complains."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches

COMMAND = ".venv/bin/python -m execbook"
"""What cures tell to type: it works as it stands."""


@dataclass(frozen=True, order=True)
class Problem:
    """One fault that a person can mend.

    path: the file at fault, relative to the project's root; empty if no file is.
    line: counted from 1; 0 if the whole file is meant.
    message: what is wrong, one sentence.
    cure: what to do, one sentence; may be empty.
    rule: a short name such as `unknown-example`, by which tests and people refer to the rule.
    """

    path: str
    line: int
    message: str
    cure: str = ""
    rule: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}: " if self.line else f"{self.path}: " if self.path else ""
        rule = f" [{self.rule}]" if self.rule else ""
        cure = f"\n    -> {self.cure}" if self.cure else ""
        return f"{place}{self.message}{rule}{cure}"


class ProblemError(Exception):
    """Raised where work cannot go on; carries every problem that is known by then."""

    def __init__(self, problems: Problem | Iterable[Problem]):
        self.problems = [problems] if isinstance(problems, Problem) else sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


class UnplacedProblem(ProblemError):
    """One problem whose file its finder does not know; whoever does gives it a place with `at`.

    line: counted from where the caller says that the faulty text begins, so 0 for its first line.
    """

    def __init__(self, message: str, cure: str, rule: str, line: int = 0):
        super().__init__(Problem("", line, message, cure, rule))

    @property
    def problem(self) -> Problem:
        return self.problems[0]

    def at(self, path: str, line: int) -> Problem:
        """The problem of a text that begins in this line of this file."""
        return replace(self.problem, path=path, line=line + self.problem.line)


def raise_if_any(problems: Iterable[Problem]) -> None:
    """Raise ProblemError if there is a problem."""
    if found := list(problems):
        raise ProblemError(found)


def did_you_mean(word: str, known: Iterable[str], what: str) -> str:
    """The cure for a misspelt name: the nearest known ones, or the first dozen when none is near."""
    known = list(known)
    near = get_close_matches(word, known, n=3)
    if near:
        return "did you mean " + " or ".join(repr(one) for one in near) + "?"
    if not known:
        return f"there are no {what}"
    more = ", …" if len(known) > 12 else ""
    return f"known {what}: {', '.join(known[:12])}{more}"


DISK_CURES = {
    errno.ENOSPC: "free some space on this disk",
    errno.EDQUOT: "free some space on this disk: your share of it is used up",
    errno.EFBIG: "let files be larger on this disk (ulimit -f)",
    errno.EROFS: "make this disk writable, or copy the project to one that is",
    errno.EACCES: "give yourself the right to this file",
    errno.EPERM: "give yourself the right to this file",
}
"""What to do when the system refuses a file, by the error's number."""


def disk_problem(error: BaseException) -> Problem | None:
    """A full disk, or a file that may not be written, as a problem; None for any other error."""
    if not isinstance(error, OSError) or error.errno not in DISK_CURES:
        return None
    path = error.filename2 or error.filename or ""  # of a copy the second is what is written
    return Problem(str(path), 0, f"cannot be used: {error.strerror}", DISK_CURES[error.errno], "disk")

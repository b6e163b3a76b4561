"""What is wrong, where, and how to fix it: the one form of the engine's error messages."""

import errno
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path


def _command() -> str:
    script = Path(sys.argv[0])
    if script.name == "execbook" and shutil.which("execbook") == str(script):
        return "execbook"
    python = Path(sys.executable)
    inside = python.is_relative_to(Path.cwd())
    return f"{python.relative_to(Path.cwd()) if inside else python} -m execbook"


COMMAND = _command()
"""How messages spell the command: as it can be pasted into the shell that this one was called from."""


@dataclass(frozen=True, order=True)
class Problem:
    """One error that a person can fix.

    path: the file, relative to the project's root; empty if the problem is in no file.
    line: counted from 1; 0 for the whole file.
    message: what is wrong, one sentence.
    fix: what to do, one sentence; may be empty.
    rule: a short name such as `unknown-example`, by which tests and people refer to the rule.
    """

    path: str
    line: int
    message: str
    fix: str = ""
    rule: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}: " if self.line else f"{self.path}: " if self.path else ""
        rule = f" [{self.rule}]" if self.rule else ""
        fix = f"\n    -> {self.fix}" if self.fix else ""
        return f"{place}{self.message}{rule}{fix}"


class ProblemError(Exception):
    """Raised where a command cannot continue; carries every problem known at that point."""

    def __init__(self, problems: Problem | Iterable[Problem]):
        self.problems = [problems] if isinstance(problems, Problem) else sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


class UnplacedProblem(ProblemError):
    """One problem in a text whose file is not known here; a caller that knows the file adds it with `at`.

    line: counted from the first line of the text, which is 0.
    """

    def __init__(self, message: str, fix: str, rule: str, line: int = 0):
        super().__init__(Problem("", line, message, fix, rule))

    @property
    def problem(self) -> Problem:
        return self.problems[0]

    def at(self, path: str, line: int) -> Problem:
        """The same problem, for a text that begins on line `line` of `path`."""
        return replace(self.problem, path=path, line=line + self.problem.line)


class FigureError(Exception):
    """A figure that cannot be published. label: the text in it that is the cause; empty if there is none.
    line: the snippet's line, 0 if it is not known.

    Here, and not with the backend, so that it can be caught without importing matplotlib.
    """

    def __init__(self, message: str, fix: str, label: str = "", line: int = 0):
        self.message = message
        self.fix = fix
        self.label = label
        self.line = line
        super().__init__(message)


def raise_if_any(problems: Iterable[Problem]) -> None:
    """Raise ProblemError if there is at least one problem."""
    if found := list(problems):
        raise ProblemError(found)


def did_you_mean(word: str, known: Iterable[str], what: str) -> str:
    """The fix for a misspelt name: the closest known names, or the first twelve if none is close."""
    known = list(known)
    if near := get_close_matches(word, known, n=3):
        return f"did you mean {' or '.join(map(repr, near))}?"
    if not known:
        return f"there are no {what}"
    more = ", …" if len(known) > 12 else ""
    return f"known {what}: {', '.join(known[:12])}{more}"


DISK_FIXES = {
    errno.ENOSPC: "free some space on this disk",
    errno.EDQUOT: "free some space on this disk: your share of it is used up",
    errno.EFBIG: "let files be larger on this disk (ulimit -f)",
    errno.EROFS: "make this disk writable, or copy the project to one that is",
    errno.EACCES: "give yourself the right to this file",
    errno.EPERM: "give yourself the right to this file",
}
"""How to fix it when the system cannot use a file, by `errno`."""


def disk_problem(error: BaseException) -> Problem | None:
    """A full disk or a file without permission, as a problem; None for any other error."""
    if not isinstance(error, OSError) or error.errno not in DISK_FIXES:
        return None
    path = error.filename2 or error.filename or ""  # when copying, the second name is the target
    return Problem(str(path), 0, f"cannot be used: {error.strerror}", DISK_FIXES[error.errno], "disk")

"""Say what an exception that ended a run means for the author of the snippet."""

from __future__ import annotations

import errno

from execbook.problems import Problem
from execbook.runs.confine import LARGEST_FILE

LONGEST_MESSAGE = 600

_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS)


def problem_of(error: BaseException, line: int, source: str) -> Problem:
    """An exception as a problem. line: where it arose in the snippet. source: the snippet's text."""
    text = f"{type(error).__name__}: {error}".rstrip(": ")
    if len(text) > LONGEST_MESSAGE:
        text = text[:LONGEST_MESSAGE] + " …"
    if isinstance(error, EOFError) and "input(" in source:
        message = "input() waits for somebody to type, and nobody is there when an example runs"
        return Problem("", line, message, "write the value into the file", "input")
    if isinstance(error, MemoryError):
        return Problem("", line, text, "make the arrays smaller", "memory-limit")
    if isinstance(error, OSError) and error.errno in _REFUSED:
        cure = "read and write only in the working folder; data comes with installed packages"
        return Problem("", line, text, cure, "confinement")
    if isinstance(error, OSError) and error.errno == errno.EFBIG:
        return Problem("", line, text, f"write less than {LARGEST_FILE >> 20} MB to a file", "confinement")
    if type(error).__name__ == "FigureError":  # not imported, as that would import matplotlib
        place = _line_of(error.text, source, line) if error.text else line
        return Problem("", place, error.message, error.cure, "figure")
    return Problem("", line, text, "run the file by itself and correct it", "exception")


def chain(error: BaseException | None) -> list[BaseException]:
    """An exception and those that led to it."""
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found


def last_drawing(source: str) -> int:
    """The last line that begins a figure, else the last line of all."""
    lines = source.splitlines()
    drawing = [n for n, line in enumerate(lines, 1) if "subplots(" in line or "figure(" in line]
    return drawing[-1] if drawing else len(lines)


def _line_of(label: str, source: str, default: int) -> int:
    """Where a label stands: in quotes if it does, as the same word may be a name elsewhere."""
    lines = list(enumerate(source.splitlines(), 1))
    forms = (f'"{label}"', f"'{label}'", label)
    return next((number for form in forms for number, content in lines if form in content), default)

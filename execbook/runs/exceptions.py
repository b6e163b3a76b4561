"""Tell what an exception that ended a run means for the author of the snippet."""

from __future__ import annotations

import errno

from execbook.runs.confine import LARGEST_FILE
from execbook.runs.task import Failure

LONGEST_MESSAGE = 600

_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS)


def failure(error: BaseException, line: int, source: str) -> Failure:
    """An exception as a failure. line: where it arose in the snippet. source: the snippet's text."""
    text = f"{type(error).__name__}: {error}".rstrip(": ")
    if len(text) > LONGEST_MESSAGE:
        text = text[:LONGEST_MESSAGE] + " …"
    if isinstance(error, EOFError) and "input(" in source:
        message = "input() waits for somebody to type, and nobody sits beside an example"
        return Failure("input", line, message, "write the value into the file")
    if isinstance(error, MemoryError):
        return Failure("memory-limit", line, text, "make the arrays smaller")
    if isinstance(error, OSError) and error.errno in _REFUSED:
        cure = "read and write only in the working folder; data comes with installed packages"
        return Failure("confinement", line, text, cure)
    if isinstance(error, OSError) and error.errno == errno.EFBIG:
        return Failure("confinement", line, text, f"write less than {LARGEST_FILE >> 20} MB to a file")
    if type(error).__name__ == "FigureError":  # not imported, as that would import matplotlib
        place = _line_of(error.text, source, line) if error.text else line
        return Failure("figure", place, error.message, error.cure)
    return Failure("exception", line, text, "run the file by itself and mend it")


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

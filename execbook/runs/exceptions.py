"""Turn an exception that ended a run into a problem for the author of the snippet."""

from __future__ import annotations

import errno

from execbook.problems import FigureError, Problem
from execbook.runs.confine import LARGEST_FILE

LONGEST_MESSAGE = 600

FONT_FIX = "remove the setting: the site chooses the font"
TEX = ("tex.cache", "latex could not be found", "Failed to process string with tex")

_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS)


def problem_of(error: BaseException, line: int, source: str) -> Problem:
    """An exception as a problem. line: where the snippet raised it. source: the snippet's text."""
    text = f"{type(error).__name__}: {error}".rstrip(": ")
    if len(text) > LONGEST_MESSAGE:
        text = text[:LONGEST_MESSAGE] + " …"
    if isinstance(error, EOFError) and "input(" in source:
        message = "input() waits for input from the keyboard, and an example runs without one"
        return Problem("", line, message, "write the value into the file", "input")
    if isinstance(error, MemoryError):
        return Problem("", line, text, "make the arrays smaller", "memory-limit")
    if isinstance(error, OSError) and error.errno in _REFUSED and error.filename is None:
        fix = "let the file's own processes talk through pipes, as pools of 'spawn' and 'fork' do"
        return Problem("", line, f"{text} (an example reaches no other program)", fix, "confinement")
    if any(mark in str(one) for one in chain(error) for mark in TEX):
        message = "asks for LaTeX (usetex), which is not available"
        fix = "remove usetex: matplotlib sets formulas between dollars without LaTeX"
        return Problem("", line, message, fix, "figure")
    if isinstance(error, OSError) and error.errno in _REFUSED:
        fix = "read and write only in the working folder; data comes with installed packages"
        return Problem("", line, text, fix, "confinement")
    if isinstance(error, OSError) and error.errno == errno.EFBIG:
        return Problem("", line, text, f"write less than {LARGEST_FILE >> 20} MB to a file", "confinement")
    if isinstance(error, FigureError):
        label_line = _line_of(error.label, source, line) if error.label else line
        return Problem("", label_line, error.message, error.fix, "figure")
    return Problem("", line, text, "run the file by itself and correct it", "exception")


def chain(error: BaseException | None) -> list[BaseException]:
    """An exception, its causes and contexts."""
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found


def last_figure_line(source: str) -> int:
    """The last line that creates a figure, else the last line of the file."""
    lines = source.splitlines()
    creating = [n for n, line in enumerate(lines, 1) if "subplots(" in line or "figure(" in line]
    return creating[-1] if creating else len(lines)


def _line_of(label: str, source: str, default: int) -> int:
    """The line of a label, preferably in quotes, as the same word may be a name elsewhere."""
    lines = list(enumerate(source.splitlines(), 1))
    forms = (f'"{label}"', f"'{label}'", label)
    return next((number for form in forms for number, content in lines if form in content), default)

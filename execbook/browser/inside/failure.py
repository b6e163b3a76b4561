"""What an exception says to the reader whose file raised it."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Failure:
    """Why a file did not run to its end; all is empty if it did.

    error: the exception. traceback: from the file's own first frame on. line: the file's nearest line to
    where it arose, counted from 1; 0 if there is none. missing: a module that is not there, by its first
    name.
    """

    error: str = ""
    traceback: str = ""
    line: int = 0
    missing: str = ""


def explain(error: BaseException, script: Path) -> Failure:
    """The failure of a file that ended with an exception."""
    found = traceback.TracebackException.from_exception(error)
    own = [frame.filename == str(script) for frame in found.stack]
    lines = [frame.lineno for frame, is_own in zip(found.stack, own, strict=True) if is_own]
    del found.stack[: own.index(True) if any(own) else len(own)]
    if isinstance(error, SyntaxError) and error.filename == str(script):
        lines = [error.lineno]
    return Failure(
        f"{type(error).__name__}: {error}".rstrip(": "),
        "".join(found.format()).replace(f"{script.parent}/", ""),
        (lines[-1] if lines else 0) or 0,
        _missing(error),
    )


def _missing(error: BaseException | None) -> str:
    """The module that could not be imported, or that made another module complain."""
    while error is not None:
        if isinstance(error, ModuleNotFoundError):
            return (error.name or "").partition(".")[0]
        error = error.__cause__ or error.__context__
    return ""

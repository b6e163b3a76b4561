"""A disk that is full or may not be written, as a problem that a person can mend."""

from __future__ import annotations

import errno

from execbook.problems import Problem

CURES = {
    errno.ENOSPC: "free some space on this disk",
    errno.EDQUOT: "free some space on this disk: your share of it is used up",
    errno.EFBIG: "let files be larger on this disk (ulimit -f)",
    errno.EROFS: "make this disk writable, or copy the project to one that is",
    errno.EACCES: "give yourself the right to this file",
    errno.EPERM: "give yourself the right to this file",
}


def problem_of(error: BaseException) -> Problem | None:
    """What the disk refuses, if this is an error of that kind."""
    if not isinstance(error, OSError) or error.errno not in CURES:
        return None
    path = error.filename2 or error.filename or ""  # of a copy the second is what is written
    return Problem(str(path), 0, f"cannot be used: {error.strerror}", CURES[error.errno], "disk")

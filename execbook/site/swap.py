"""Replace the former site by a finished one, so that there is a complete site at every moment."""

import ctypes
import fcntl
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from execbook.project import Project

FORMER = "site.former"
NEW = "site.new-"


@contextmanager
def locked(project: Project, waiting: Callable[[], None] = lambda: None) -> Generator[None]:
    """Hold the project's build lock; `waiting` is called once if another process holds it.

    The kernel releases the lock when its process ends, so a killed build blocks no other.
    """
    project.build.mkdir(parents=True, exist_ok=True)
    with (project.build / "site.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def new_site(project: Project) -> Generator[Path]:
    """An empty folder on the same disk as the site, deleted when the block ends. Call it under the lock.

    What a killed build left behind is removed first.
    """
    restore(project)
    folder = Path(tempfile.mkdtemp(prefix=NEW, dir=project.build))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def restore(project: Project) -> None:
    """Clean up after a killed build: restore the former site, delete unfinished ones."""
    former = project.build / FORMER
    if former.exists() and not project.site.exists():
        former.rename(project.site)
    for leftover in (former, *project.build.glob(f"{NEW}*")):
        shutil.rmtree(leftover, ignore_errors=True)


def put_in_place(project: Project, new: Path) -> None:
    """Make `new` the project's site, inside the block of `new_site`, which deletes the former one.

    One system call exchanges the two where the platform has one. Elsewhere it takes two renames; a kill
    between them leaves no site, and `restore` brings the former one back.
    """
    if not project.site.exists():
        new.rename(project.site)
    elif not exchange(new, project.site):
        former = project.build / FORMER
        project.site.rename(former)
        new.rename(project.site)
        shutil.rmtree(former, ignore_errors=True)


def exchange(a: Path, b: Path) -> bool:
    """Exchange two folders atomically. Returns False, and changes nothing, if this is not supported."""
    libc = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(a), os.fsencode(b)
    here = -100 if sys.platform == "linux" else -2  # AT_FDCWD
    swap = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS
    try:
        call = libc.renameat2 if sys.platform == "linux" else libc.renameatx_np
    except AttributeError:
        return False
    return call(here, first, here, second, ctypes.c_uint(swap)) == 0

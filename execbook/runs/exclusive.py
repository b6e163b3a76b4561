"""One run of a project at a time, and none that leaves things half done."""

from __future__ import annotations

import contextlib
import fcntl
import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

from execbook.project import Project


@contextlib.contextmanager
def only_run(project: Project, waiting: Callable[[], None]) -> Iterator[None]:
    """Keep other runs of the same project waiting, and clear up after one that was killed.

    waiting: called once if another run has to end first. The system frees the lock of a killed process.
    """
    project.store.mkdir(parents=True, exist_ok=True)
    with Path(project.store, ".lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(file, fcntl.LOCK_EX)
        for half in (*project.store.glob(".new-*"), *project.store.glob(".current-*")):
            shutil.rmtree(half) if half.is_dir() else half.unlink()  # of a run that was killed
        try:
            yield
        finally:
            fcntl.flock(file, fcntl.LOCK_UN)  # even if some process has inherited the open file


@contextlib.contextmanager
def ending_tidily() -> Iterator[None]:
    """Let SIGTERM end this process as tidily as Ctrl-C does, where nobody else handles it."""

    def leave(number: int, _: FrameType | None) -> None:
        raise SystemExit(128 + number)

    main = threading.current_thread() is threading.main_thread()
    if not main or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return
    signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)

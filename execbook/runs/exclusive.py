"""One run of a project at a time, which cleans up when it is terminated."""

from __future__ import annotations

import contextlib
import fcntl
import shutil
import signal
import threading
from collections.abc import Callable, Generator
from pathlib import Path
from types import FrameType

from execbook.project import Project


@contextlib.contextmanager
def exclusive_run(project: Project, on_wait: Callable[[], None]) -> Generator[None]:
    """Make other runs of the same project wait, and clean up after one that was killed.

    on_wait: called once if another run has to end first. The system frees the lock of a killed process.
    """
    project.store.mkdir(parents=True, exist_ok=True)
    with Path(project.store, ".lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            on_wait()
            fcntl.flock(file, fcntl.LOCK_EX)
        for unfinished in (*project.store.glob(".new-*"), *project.store.glob(".current-*")):
            shutil.rmtree(unfinished) if unfinished.is_dir() else unfinished.unlink()
        try:
            yield
        finally:
            fcntl.flock(file, fcntl.LOCK_UN)  # even if another process has inherited the open file


@contextlib.contextmanager
def clean_up_on_sigterm() -> Generator[None]:
    """Raise SystemExit on SIGTERM, so that `finally` blocks run, unless it already has a handler."""

    def handle(number: int, _: FrameType | None) -> None:
        raise SystemExit(128 + number)

    main = threading.current_thread() is threading.main_thread()
    if not main or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return
    signal.signal(signal.SIGTERM, handle)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)

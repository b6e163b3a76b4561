"""Find, measure and end the processes that a run starts."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

_PARENT_DEATH_SIGNAL = 1
_CHILD_SUBREAPER = 36

LINUX = sys.platform == "linux"


def adopt_orphans() -> None:
    """Make this process the parent of every orphaned descendant, even after `setsid`. Linux only."""
    if LINUX:
        ctypes.CDLL(None).prctl(_CHILD_SUBREAPER, 1, 0, 0, 0)


def die_with_parent() -> None:
    """Have the kernel kill this process when its parent ends in any way. Linux only."""
    if LINUX:
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)


def descendants(pid: int) -> dict[int, str]:
    """Name by process id of all running descendants, without zombies."""
    children: dict[int, list[tuple[int, str]]] = {}
    for child, parent, state, name in _processes():
        if state != "Z":
            children.setdefault(parent, []).append((child, name))
    found: dict[int, str] = {}
    waiting = [pid]
    while waiting:
        for child, name in children.get(waiting.pop(), []):
            found[child] = name
            waiting.append(child)
    return found


def still_running(pids: Mapping[int, str]) -> dict[int, str]:
    """Those of the processes that have not ended, whatever their parent is now."""
    if not pids:
        return {}
    alive = {pid for pid, _, state, _ in _processes() if state != "Z"}
    return {pid: name for pid, name in pids.items() if pid in alive}


def private_megabytes(pids: Iterable[int]) -> float:
    """The memory that these processes share with no other process.

    Pages that a forked process shares with the fork server are not counted. On platforms that do not
    distinguish them (macOS), all resident memory is counted.
    """
    if not LINUX:
        return _resident_megabytes(pids)
    kilobytes = 0
    for pid in pids:
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                if line.startswith(("Private_", "Swap:")):
                    kilobytes += int(line.split()[1])
    return kilobytes / 1024


def waited_seconds(pid: int) -> float:
    """Seconds that a process has waited for a free processor: the maximum over its threads.

    Source: the second number of Linux's `/proc/<pid>/task/<id>/schedstat`, in nanoseconds. Elsewhere 0.
    """
    waited = 0
    with contextlib.suppress(OSError, ValueError, IndexError):
        for thread in os.scandir(f"/proc/{pid}/task"):
            with contextlib.suppress(OSError):
                waited = max(waited, int(Path(thread.path, "schedstat").read_text().split()[1]))
    return waited / 1e9


def end_descendants(others: Iterable[int] = ()) -> None:
    """Kill all descendants of this process until none is left, and `others`, which may be former ones."""
    for _ in range(1000):
        for pid in [*descendants(os.getpid()), *others]:
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)
        others = ()
        if not reap():
            return
        time.sleep(0.002)


def reap() -> bool:
    """Reap ended children. Returns whether any are still running."""
    while True:
        try:
            pid, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return False
        if not pid:
            return True


def _processes() -> list[tuple[int, int, str, str]]:
    """Id, parent's id, state and name of every visible process."""
    return _linux_processes() if LINUX else _other_processes()


def _linux_processes() -> list[tuple[int, int, str, str]]:
    found = []
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                text = Path(entry.path, "stat").read_text(errors="replace")
                head, _, tail = text.rpartition(")")
                state, parent = tail.split()[:2]
                found.append((int(entry.name), int(parent), state, head.partition("(")[2]))
    return found


def _other_processes() -> list[tuple[int, int, str, str]]:
    listing = subprocess.run(
        ["ps", "-axo", "pid=,ppid=,state=,comm="], capture_output=True, text=True, check=False
    )
    found = []
    for line in listing.stdout.splitlines():
        pid, parent, state, name = line.split(None, 3)
        if (name := Path(name).name) != "ps":
            found.append((int(pid), int(parent), state[0], name))
    return found


def _resident_megabytes(pids: Iterable[int]) -> float:
    listing = subprocess.run(
        ["ps", "-o", "rss=", "-p", ",".join(map(str, pids)) or "0"],
        capture_output=True,
        text=True,
        check=False,
    )
    return sum(map(int, listing.stdout.split())) / 1024

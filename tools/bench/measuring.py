"""Run a command in a copy of the book, and see what it costs."""

import math
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from execbook.problems import Problem, ProblemError
from execbook.project import Project
from execbook.reuse.files import link_tree
from tools import copies

ROOT = Path(__file__).resolve().parents[2]
JOBS = 2
"""Number of examples that run in parallel, in every method."""
PER_MEGABYTE = 1024 if sys.platform == "linux" else 1024**2
"""In units of `ru_maxrss`."""


@dataclass(frozen=True)
class Cost:
    """Of one command: wall time, processor time of all its processes, peak memory of the largest of them.

    What is not known is `nan`. stages: wall time from each line that it printed to the next.
    """

    seconds: float
    processor: float
    megabytes: float
    stages: Mapping[str, float] = field(default_factory=dict)


@dataclass
class Row:
    """One thing that is measured. items: how many pages or examples it is for. once: not in each round."""

    name: str
    measure: Callable[[], Cost]
    items: int = 1
    once: bool = False
    costs: list[Cost] = field(default_factory=list)


def in_turns(rows: Sequence[Row], rounds: int) -> None:
    """Measure all rows in every round, so that other load on the machine affects all alike."""
    for number in range(rounds):
        for row in rows:
            if not (row.once and number):
                row.costs.append(row.measure())


def table(rows: Sequence[Row]) -> list[str]:
    """The medians of each row, and what an item costs as a multiple of what one of the first row costs."""
    width = max(len(row.name) for row in rows)
    lines = [f"{'':{width}}  items  seconds  {'range':16}   ms each   ratio   processor   ratio  peak MB"]
    units: list[float] = []
    for row in rows:
        seconds = [cost.seconds for cost in row.costs]
        median, processor = (
            statistics.median(seconds),
            statistics.median(cost.processor for cost in row.costs),
        )
        each = [1000 * median / row.items, 1000 * processor / row.items]
        units = units or each
        ratios = (f"{one:10.1f}  {one / unit:6.3f}" for one, unit in zip(each, units, strict=True))
        spread = f"{min(seconds):.2f} to {max(seconds):.2f}"
        peak = max(cost.megabytes for cost in row.costs)
        cells = (f"{row.items:5}", f"{median:7.2f}", f"{spread:16}", *ratios, f"{peak:7.0f}")
        lines.append(f"{row.name:{width}}  {'  '.join(cells)}".replace("nan", "  –"))
    return lines


def copy_of(project: Project, root: Path, *, records: bool = True) -> Project:
    """A project at `root` with the same sources and lock. records: with the same records too."""
    copy = copies.copy_of(project, root)
    if (lock := project.root / "requirements.txt").is_file():
        shutil.copy(lock, root)
    if records and project.store.is_dir():
        copy.store.mkdir(parents=True)
        link_tree(project.store, copy.store)
    return copy


def execbook(project: Project, *arguments: str) -> Cost:
    """What one of its commands costs, including the start of the interpreter."""
    return spend([sys.executable, "-m", "execbook", *arguments], project.root, {"PYTHONPATH": str(ROOT)})


def run(project: Project) -> Cost:
    """What running its examples costs. A fork server waits for no child, so nobody knows what they used."""
    return replace(execbook(project, "run", "--jobs", str(JOBS)), processor=math.nan, megabytes=math.nan)


def spend(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """What a command costs. Raises ProblemError if it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout
    printed = [(line.rstrip("\n"), time.perf_counter()) for line in process.stdout]
    process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    ended = time.perf_counter()
    if process.returncode:
        last = "\n".join(line for line, _ in printed[-8:])
        message = f"{' '.join(command[1:])} failed, so there is nothing to measure:\n{last}"
        raise ProblemError(Problem("", 0, message, "make `make site` succeed first", "bench"))
    times = [*(at for _, at in printed), ended]
    stages: dict[str, float] = {}
    for number, (line, at) in enumerate(printed):
        stages[line] = stages.get(line, 0.0) + times[number + 1] - at
    processor = usage.ru_utime + usage.ru_stime
    return Cost(ended - started, processor, usage.ru_maxrss / PER_MEGABYTE, stages)

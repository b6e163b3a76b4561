"""How long the examples take (`make bench`): the fork server beside plain interpreters.

All ways run in turns, several rounds; the table shows the medians.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from execbook.book import Book
from execbook.problems import Problem, ProblemError
from execbook.project import Project, find_project
from execbook.sources import snippets

AT_A_TIME = 2
"""How many run side by side, in every way that is compared."""

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Measured:
    """seconds: wall time of each way in each round, by the way's name. examples: how many were run."""

    seconds: dict[str, list[float]]
    examples: int


def measure(project: Project, rounds: int, parts: Sequence[str] = ()) -> Measured:
    """Time all ways in turns, so that whatever else the machine does weighs on all alike.

    parts: only the examples of these, such as `activations`; none means all. Works on a copy: the project's
    own records stay as they are. Raises ProblemError for an unknown part, and when an example fails.
    """
    if unknown := [part for part in parts if not (project.snippets / part).is_dir()]:
        message = f"there are no examples in snippets/{unknown[0]}"
        raise ProblemError(Problem("", 0, message, "name a folder of snippets/", "unknown-part"))
    project.build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=project.build) as folder:
        copy = copy_of(project, Path(folder) / "project")
        for part in copy.snippets.glob("*/"):
            if parts and part.name not in parts:
                shutil.rmtree(part)
        ways: dict[str, Callable[[], None]] = {
            "fork server, nothing recorded yet": lambda: _run_anew(copy),
            "the same command again": lambda: _run(copy),
            f"plain interpreters, {AT_A_TIME} at a time": lambda: _run_plainly(copy, Path(folder)),
        }
        seconds: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(rounds):
            for name, way in ways.items():
                started = time.perf_counter()
                way()
                seconds[name].append(time.perf_counter() - started)
        return Measured(seconds, len(Book(copy).snippets.values()))


def table(measured: Measured) -> str:
    """The medians, and each as a multiple of the first way's."""
    medians = {name: statistics.median(values) for name, values in measured.seconds.items()}
    unit = next(iter(medians.values()))
    rounds = len(next(iter(measured.seconds.values())))
    width = max(map(len, medians))
    lines = [
        f"{measured.examples} examples, {os.cpu_count()} cores, Python {platform.python_version()}; "
        f"median and range of {rounds} rounds",
        f"{'':{width}}  seconds   ratio  range",
    ]
    for name, median in medians.items():
        least, most = min(measured.seconds[name]), max(measured.seconds[name])
        lines.append(f"{name:{width}}  {median:7.2f}  {median / unit:6.3f}  {least:.2f} to {most:.2f}")
    return "\n".join(lines)


def copy_of(project: Project, root: Path) -> Project:
    """A project at `root` with the same examples and labels, and no records."""
    shutil.copytree(project.snippets, root / project.snippets.name)
    if project.labels.is_file():
        (root / project.words.name).mkdir()
        shutil.copy(project.labels, root / project.words.name)
    shutil.copy(project.config("ko"), root)
    return Project(root)


def _run_anew(project: Project) -> None:
    shutil.rmtree(project.build, ignore_errors=True)
    _run(project)


def _run(project: Project) -> None:
    """What `make run` does, start of the interpreter included."""
    command = [sys.executable, "-m", "execbook", "run", "--jobs", str(AT_A_TIME)]
    _succeed(command, project.root, {"PYTHONPATH": str(ROOT)})


def _run_plainly(project: Project, folder: Path) -> None:
    """What a reader does: `python name.py` in an empty folder. Figures are drawn and not kept."""

    def run(snippet: snippets.Snippet) -> None:
        with tempfile.TemporaryDirectory(dir=folder) as empty:
            shutil.copy(snippet.path, empty)
            _succeed([sys.executable, snippet.filename], Path(empty), {"MPLBACKEND": "Agg"})

    with ThreadPoolExecutor(AT_A_TIME) as pool:
        list(pool.map(run, Book(project).snippets.values()))


def _succeed(command: list[str], folder: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        last = "\n".join((done.stdout + done.stderr).splitlines()[-8:])
        message = f"{' '.join(command[1:])} failed, so there is nothing to measure:\n{last}"
        raise ProblemError(Problem("", 0, message, "see that `make run` succeeds first", "bench"))


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help="only these folders of snippets/")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="how often (default: 3)")
    options = parser.parse_args()
    try:
        print(table(measure(find_project(), max(1, options.rounds), options.parts)))
    except ProblemError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
